extension Drawing {
  /// Leaves of one hub that all say the same become one box with a line a name, where the hub has
  /// so many neighbours that they would crowd it.
  mutating func fold() {
    var degree = [Int](repeating: 0, count: actors.count)
    for line in lines {
      degree[line.source] += 1
      degree[line.target] += 1
    }
    struct Key: Hashable {
      var hub: Int
      var isOut: Bool
      var words: [String]
      var kind: EntityKind
      var manner: [Bool]
    }
    var groups: [Key: [Int]] = [:]
    for (index, line) in lines.enumerated() {
      let isOut = degree[line.source] > degree[line.target]
      let (hub, leaf) = isOut ? (line.source, line.target) : (line.target, line.source)
      if degree[leaf] != 1 || degree[hub] < Drawing.crowd { continue }
      let manner = [line.isCooccurrence, line.isDoubtful, line.isNegated, line.isSymmetric]
      groups[
        Key(
          hub: hub, isOut: isOut || line.isSymmetric, words: line.words + [""] + line.back,
          kind: actors[leaf].kind,
          manner: manner), default: []
      ].append(index)
    }
    // The first line of a group becomes the group's; the others and their leaves go.
    let folded = groups.filter { $0.value.count >= Drawing.fewestFolded }
      .sorted { $0.value[0] < $1.value[0] }
    if folded.isEmpty { return }
    var goes = [Bool](repeating: false, count: actors.count)
    var goesLine = [Bool](repeating: false, count: lines.count)
    for (key, members) in folded {
      let leaves = members.map { lines[$0].source == key.hub ? lines[$0].target : lines[$0].source }
      for (line, leaf) in zip(members, leaves).dropFirst() {
        goes[leaf] = true
        goesLine[line] = true
      }
      let box = box(of: leaves.map { actors[$0] })
      lines[members[0]].tooltip = members.map { lines[$0].tooltip }.joined(separator: "\n\n")
      lines[members[0]].weight = members.map { lines[$0].weight }.max() ?? 0
      actors[leaves[0]] = box
    }
    keep(goes, goesLine)
  }

  private static let crowd = 6
  private static let fewestFolded = 3

  /// One box of several actors, the most prominent first.
  private func box(of members: [Actor]) -> Actor {
    let members = members.sorted { $0.size != $1.size ? $0.size > $1.size : $0.node < $1.node }
    var box = members[0]
    box.members = members.map { actor in
      Member(
        id: actor.id, name: TextWrap.lines(actor.fullName, width: 30, most: 1).first ?? "",
        tooltip: actor.tooltip)
    }
    box.id =
      "f-" + Mathematics.hexadecimal(Mathematics.hash(members.flatMap { Array($0.id.utf8) }))
    box.name = box.members.map(\.name)
    box.role = []
    box.size = min(box.size, 0.3)
    return box
  }

  private mutating func keep(_ goes: [Bool], _ goesLine: [Bool]) {
    var position: [Int] = []
    var count = 0
    for isGone in goes {
      position.append(count)
      if !isGone { count += 1 }
    }
    actors = zip(actors, goes).filter { !$0.1 }.map(\.0)
    lines = zip(lines, goesLine).filter { !$0.1 }.map { line, _ in
      var line = line
      line.source = position[line.source]
      line.target = position[line.target]
      return line
    }
  }
}
