/// Applies a user's decisions to a graph that is being built.
struct GraphDecisions {
  private let decisions: [Decision]
  private let index: DecisionIndex
  /// What identity is told, and for each of these the line and the two targets.
  private(set) var constraints: [IdentityConstraint] = []
  private var sources: [(line: Int, a: Decision.Target, b: Decision.Target)] = []
  private(set) var problems: [DecisionProblem] = []

  /// Finds the records that the lines mean.
  init(_ decisions: [Decision], records: [GraphBuilder.Record], documents: Set<String>) {
    self.decisions = decisions
    index = DecisionIndex(records, documents: documents)
    for (line, decision) in decisions.enumerated() {
      switch decision.action {
      case .same(let targets): constrain(line, targets, isSame: true)
      case .different(let targets): constrain(line, targets, isSame: false)
      case .rename, .kind, .drop: break
      }
    }
  }

  /// The line that stands behind a constraint, with its place.
  func text(of constraint: Int) -> String { decision(of: constraint).located }

  private func decision(of constraint: Int) -> Decision { decisions[sources[constraint].line] }

  // MARK: Identity

  private mutating func constrain(_ line: Int, _ targets: [Decision.Target], isSame: Bool) {
    var found: [(target: Decision.Target, records: [Int])] = []
    for target in targets {
      let records = index.records(target)
      if records.isEmpty {
        report(line, index.isMissingArticle(target) ? .noArticle(target) : .noActor(target))
      } else {
        found.append((target, records))
      }
    }
    for (k, one) in found.enumerated() {
      for (j, other) in found.enumerated().dropFirst(k + 1) where !isSame || j == k + 1 {
        add(line, one, other, isSame: isSame)
      }
    }
  }

  private mutating func add(
    _ line: Int, _ one: (target: Decision.Target, records: [Int]),
    _ other: (target: Decision.Target, records: [Int]), isSame: Bool
  ) {
    var (a, b) = (one.records, other.records)
    if !isSame {
      // "different Smith | John Smith": where an article says both of one, it is the fuller name's.
      let common = Set(a).intersection(b)
      if !common.isEmpty {
        let (restA, restB) = (a.filter { !common.contains($0) }, b.filter { !common.contains($0) })
        switch (restA.isEmpty, restB.isEmpty) {
        case (false, _): a = restA
        case (true, false): b = restB
        case (true, true): return report(line, .oneActor(one.target, other.target))
        }
      }
    }
    constraints.append(
      IdentityConstraint(a, b, isSame: isSame, names: [one.target.name, other.target.name]))
    sources.append((line, one.target, other.target))
  }

  /// Turns what identity could not do into messages.
  mutating func note(_ refused: [IdentityRefusal]) {
    for item in refused {
      let source = sources[item.constraint]
      switch item.reason {
      case .contradicts(let other):
        report(source.line, .contradicts(line: decision(of: other).line))
      case .severalA(let count): report(source.line, .severalActors(source.a, count: count))
      case .severalB(let count): report(source.line, .severalActors(source.b, count: count))
      }
    }
  }

  // MARK: Nodes

  /// Renames, changes and drops nodes; `clusterOf` says where each record is.
  ///
  /// - Returns: for each node whether it stays.
  mutating func change(_ nodes: inout [Node], clusterOf: [Int]) -> [Bool] {
    var keeps = [Bool](repeating: true, count: nodes.count)
    var renamed: [Int: Int] = [:]
    var turned: [Int: Int] = [:]
    var dropped: [Int: Int] = [:]
    for (line, decision) in decisions.enumerated() {
      guard let target = decision.soleTarget else { continue }
      let hits = Set(index.records(target).map { clusterOf[$0] }).sorted()
      if hits.isEmpty {
        report(line, index.isMissingArticle(target) ? .noArticle(target) : .noActor(target))
      }
      for node in hits {
        var earlier: Int?
        switch decision.action {
        case .rename(_, let name):
          earlier = dropped[node] ?? renamed[node].flatMap { nodes[node].name == name ? nil : $0 }
          if earlier == nil {
            renamed[node] = line
            nodes[node].rename(name)
          }
        case .kind(_, let kind):
          earlier = dropped[node] ?? turned[node].flatMap { nodes[node].kind == kind ? nil : $0 }
          if earlier == nil {
            turned[node] = line
            nodes[node].kind = kind
          }
        case .drop:
          earlier = renamed[node] ?? turned[node]
          if earlier == nil {
            dropped[node] = line
            keeps[node] = false
          }
        case .same, .different: break
        }
        if let earlier {
          report(line, .contradicts(line: decisions[earlier].line))
        } else {
          nodes[node].decisions.append(decision.located)
        }
      }
    }
    return keeps
  }

  private mutating func report(_ line: Int, _ kind: DecisionProblem.Kind) {
    let decision = decisions[line]
    let problem = DecisionProblem(file: decision.file, line: decision.line, kind: kind)
    if !problems.contains(problem) { problems.append(problem) }
  }
}

extension Decision {
  /// The line with its place.
  fileprivate var located: String { "\(self) (\(place))" }

  fileprivate var soleTarget: Target? {
    switch action {
    case .same, .different: nil
    case .rename(let target, _), .kind(let target, _), .drop(let target): target
    }
  }
}

extension Node {
  /// Gives the node another name; the old one stays as an alias.
  fileprivate mutating func rename(_ new: String) {
    if name == new { return }
    aliases.removeAll { $0.text == new }
    aliases.insert(
      Alias(text: name, mentions: 0, rule: Sieve.identityDecision.name), at: aliases.endIndex)
    name = new
  }
}

/// Finds the records that a decision's name means.
struct DecisionIndex {
  private let records: [GraphBuilder.Record]
  private let documents: Set<String>
  /// Spellings as the articles have them, then names of the chart, then both without case, accents
  /// and marks: the first of the three that knows a name decides.
  private var steps: [[String: [Int]]] = [[:], [:], [:]]

  init(_ records: [GraphBuilder.Record], documents: Set<String>) {
    self.records = records
    self.documents = documents
    for (index, record) in records.enumerated() {
      let spellings = record.identity.names.map(\.text)
      let names = [record.name, record.identity.canonical].filter { !$0.isEmpty }
      for text in Set(spellings) { steps[0][text, default: []].append(index) }
      for text in Set(names) { steps[1][text, default: []].append(index) }
      for text in Set((spellings + names).map(DecisionIndex.folded)) where !text.isEmpty {
        steps[2][text, default: []].append(index)
      }
    }
  }

  func records(_ target: Decision.Target) -> [Int] {
    for (step, known) in steps.enumerated() {
      let key = step == 2 ? DecisionIndex.folded(target.name) : target.name
      let hits = known[key, default: []].filter { index in
        let record = records[index]
        return (target.kind ?? record.identity.kind) == record.identity.kind
          && (target.document == nil || target.document == record.pinned)
      }
      if !hits.isEmpty { return hits }
    }
    return []
  }

  /// Records with a spelling like `name`, and that spelling.
  func spelled(_ name: String) -> [(record: Int, text: String)] {
    let folded = DecisionIndex.folded(name)
    return records(Decision.Target(name)).map { index in
      let names = records[index].identity.names.map(\.text)
      let text =
        names.first { $0 == name } ?? names.first { DecisionIndex.folded($0) == folded }
        ?? names.first ?? records[index].name
      return (index, text)
    }
  }

  func isMissingArticle(_ target: Decision.Target) -> Bool {
    target.document.map { !documents.contains($0) } ?? false
  }

  private static func folded(_ name: String) -> String {
    NameSearch.words(of: name).joined(separator: " ")
  }
}
