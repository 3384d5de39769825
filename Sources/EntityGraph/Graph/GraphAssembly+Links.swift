extension GraphBuilder {
  /// Two links of the same nodes, relation and modality are one; in the order of the graph's links.
  private struct FinalKey: Comparable {
    var source: Int32
    var target: Int32
    /// Places in the order of names.
    var predicate: Int32
    var label: Int32
    var modality: UInt8

    static func < (a: FinalKey, b: FinalKey) -> Bool {
      if a.source != b.source { return a.source < b.source }
      if a.target != b.target { return a.target < b.target }
      if a.predicate != b.predicate { return a.predicate < b.predicate }
      if a.modality != b.modality { return a.modality < b.modality }
      return a.label < b.label
    }
  }

  /// Adds the links between the nodes that are left; uses up what was gathered of them.
  mutating func addLinks(_ nodeOf: [Int], to graph: inout Graph) {
    gathered.close()
    let sorted = sortedLinks(nodeOf)
    let names = GatheredQuotes.Names(articles: documents, texts: texts)
    // The number of each gathered link's final one, and the first gathered one of each.
    var groups = [Int32](repeating: -1, count: gathered.links.count)
    var first: [Int32] = []
    var last: FinalKey?
    for item in sorted {
      if item.key == last, let known = first.last {
        gathered.add(Int(item.link), to: Int(known), most: quotes, names)
      } else {
        first.append(item.link)
        last = item.key
      }
      groups[Int(item.link)] = Int32(first.count - 1)
    }
    var spans = takeSpans(groups, first.count)
    groups = []
    let rows = first.map { gathered.links[Int($0)].quotes }
    graph.links.reserveCapacity(first.count)
    let store = EvidenceStore(gathered.quotes, names)
    for index in first.indices {
      let item = Int(first[index])
      var link = link(item, nodeOf, EvidenceList(store, rows[index]), graph)
      link.documents = Int(spans[index].documents)
      link.days = spans[index].days
      graph.links.append(link)
    }
    spans = []
    gathered = GatheredLinks()
  }

  private func sortedLinks(_ nodeOf: [Int]) -> [(key: FinalKey, link: Int32)] {
    let rankOfPredicate = Self.ranks(predicates.map(\.name) + [Link.cooccurs])
    let rankOfText = Self.ranks(texts.texts)
    var sorted: [(key: FinalKey, link: Int32)] = []
    sorted.reserveCapacity(gathered.links.count)
    for (index, link) in gathered.links.enumerated() {
      guard let (source, target) = ends(of: link.key, nodeOf) else { continue }
      let predicate = link.key.predicate < 0 ? predicates.count : Int(link.key.predicate)
      sorted.append(
        (
          FinalKey(
            source: Int32(source), target: Int32(target), predicate: rankOfPredicate[predicate],
            label: rankOfText[Int(link.key.label)], modality: link.key.modality.rawValue),
          Int32(index)
        ))
    }
    sorted.sort { $0.key != $1.key ? $0.key < $1.key : $0.link < $1.link }
    return sorted
  }

  /// The nodes that a gathered link joins, nil if that is one node or one that is dropped.
  private func ends(of key: GatheredLink.Key, _ nodeOf: [Int]) -> (source: Int, target: Int)? {
    let (source, target) = (nodeOf[Int(key.source)], nodeOf[Int(key.target)])
    if source == target || source < 0 || target < 0 { return nil }
    return isSymmetric(key.predicate) && target < source ? (target, source) : (source, target)
  }

  /// The place of each text in the order of all; the same text has the same place.
  private static func ranks(_ texts: [String]) -> [Int32] {
    let order = texts.indices.sorted { Mathematics.precedes(texts[$0], texts[$1]) }
    var ranks = [Int32](repeating: 0, count: texts.count)
    var rank: Int32 = 0
    for (place, index) in order.enumerated() {
      if place > 0, texts[order[place - 1]] != texts[index] { rank += 1 }
      ranks[index] = rank
    }
    return ranks
  }

  private func link(
    _ index: Int, _ nodeOf: [Int], _ evidence: EvidenceList, _ graph: Graph
  ) -> Link {
    let item = gathered.links[index]
    let (source, target) = ends(of: item.key, nodeOf) ?? (0, 0)
    let predicate =
      item.key.predicate >= 0 ? predicates[Int(item.key.predicate)].name : Link.cooccurs
    let identity = [
      graph.nodes[source].id, graph.nodes[target].id, predicate, item.key.modality.word,
      texts[item.key.label],
    ].joined(separator: "\t")
    var link = Link(
      id: "l-" + Mathematics.hexadecimal(Mathematics.hash(identity.utf8)), source: source,
      target: target, predicate: predicate, label: texts[gathered.commonLabel(index, texts)],
      modality: item.key.modality, isSymmetric: isSymmetric(item.key.predicate),
      weight: Int(item.weight), documents: 0, association: nil, evidence: evidence)
    if item.key.predicate < 0 {
      link.association = Association(
        joint: link.weight, a: graph.nodes[source].sentences, b: graph.nodes[target].sentences,
        all: graph.sentences)
    }
    return link
  }

  private func isSymmetric(_ predicate: Int32) -> Bool {
    predicate < 0 || predicates[Int(predicate)].isSymmetric
  }

  /// How many different articles each group's links have, and the earliest and latest day of those
  /// that have one; uses up `statings`.
  private mutating func takeSpans(
    _ groups: [Int32], _ count: Int
  ) -> [(documents: Int32, days: Link.Days?)] {
    var spans = [(documents: Int32, days: Link.Days?)](repeating: (0, nil), count: count)
    let days = documents.map { Link.Days.number($0.source.date) }
    var pairs: [UInt64] = []
    swap(&pairs, &statings)
    for at in pairs.indices {
      let group = groups[Int(pairs[at] >> 32)]
      pairs[at] = UInt64(UInt32(bitPattern: group)) << 32 | pairs[at] & 0xFFFF_FFFF
    }
    pairs.sort()
    var last: UInt64?
    for pair in pairs where pair != last {
      last = pair
      let group = Int(Int32(bitPattern: UInt32(pair >> 32)))
      if group < 0 { continue }
      spans[group].documents += 1
      if let day = days[Int(pair & 0xFFFF_FFFF)] {
        let known = spans[group].days ?? Link.Days(first: day, last: day)
        spans[group].days = Link.Days(first: min(known.first, day), last: max(known.last, day))
      }
    }
    return spans
  }
}
