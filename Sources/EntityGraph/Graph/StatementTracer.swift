/// Goes through an article a second time and notes why it states what a graph holds.
struct StatementTracer {
  private let knowledge: Knowledge
  private let workings: GraphWorkings
  private var maker: FragmentMaker
  /// The links that are wanted, by what a statement of theirs says.
  private let linkOf: [String: Int]

  init(knowledge: Knowledge, workings: GraphWorkings, links wanted: [Int]) {
    self.knowledge = knowledge
    self.workings = workings
    maker = FragmentMaker(knowledge: knowledge)
    var links: [String: Int] = [:]
    for index in wanted where !workings.graph.links[index].isCooccurrence {
      let link = workings.graph.links[index]
      links[
        StatementTracer.key(
          link.source, link.target, link.predicate, link.modality, link.label)] = index
    }
    linkOf = links
  }

  private static func key(
    _ a: Int, _ b: Int, _ predicate: String, _ modality: Modality, _ label: String
  ) -> String {
    "\(a) \(b) \(predicate)\t\(modality.rawValue)" + (predicate == "other" ? "\t\(label)" : "")
  }

  /// The traces of an article's statements, in the order of the text.
  mutating func trace(
    _ document: borrowing Document, _ extraction: borrowing Extraction
  ) -> [StatementTrace] {
    let fragment = maker.make(document, extraction)
    let records = fragment.actors.map { workings.record(of: $0, in: document.id) ?? -1 }
    var traces: [StatementTrace] = []
    var statement = 0
    for relation in extraction.relations where relation.subject != relation.object {
      let made = fragment.statements[statement]
      statement += 1
      let (a, b) = (records[made.subject], records[made.object])
      guard a >= 0, b >= 0, let link = link(made, workings.nodeOf[a], workings.nodeOf[b]) else {
        continue
      }
      traces.append(
        StatementTrace(
          link: link, document: document.id, quoteStart: made.evidence.start,
          rule: made.evidence.rule, trigger: maker.place(of: relation.label, document),
          subject: argument(relation.subject, a, relation, document, extraction),
          object: argument(relation.object, b, relation, document, extraction)))
    }
    return traces
  }

  private func link(_ made: GraphFragment.Statement, _ a: Int, _ b: Int) -> Int? {
    if a < 0 || b < 0 || a == b { return nil }
    let swaps = made.isSymmetric && b < a
    return linkOf[
      StatementTracer.key(
        swaps ? b : a, swaps ? a : b, made.predicate, made.modality, made.label)]
  }

  /// A quote for each record that an article names.
  mutating func quotes(
    _ document: borrowing Document, _ extraction: borrowing Extraction
  ) -> [(record: Int, quote: Evidence)] {
    let fragment = maker.make(document, extraction)
    let quotes = maker.firstQuotes(document, extraction)
    return fragment.actors.indices.compactMap { actor in
      guard let record = workings.record(of: fragment.actors[actor], in: document.id),
        let quote = quotes[actor]
      else { return nil }
      return (record, quote)
    }
  }

  /// The steps between two names of one actor within an article; nil if it does not have both.
  mutating func steps(
    between a: String, _ b: String, _ document: borrowing Document,
    _ extraction: borrowing Extraction
  ) -> (start: StatementTrace.Place, steps: [StatementTrace.Step])? {
    _ = maker.make(document, extraction)
    func mention(_ name: String) -> Int? {
      extraction.mentions.firstIndex { mention in
        mention.form == .name && Passage.string(mention.span, of: document.text) == name
      }
    }
    guard let x = mention(a), let y = mention(b),
      extraction.mentions[x].entity == extraction.mentions[y].entity
    else { return nil }
    return (
      maker.place(of: extraction.mentions[x].span, document),
      steps(from: x, to: y, document, extraction)
    )
  }

  // MARK: Arguments

  private mutating func argument(
    _ entity: Int32, _ record: Int, _ relation: RelationMention,
    _ document: borrowing Document, _ extraction: borrowing Extraction
  ) -> StatementTrace.Argument {
    let mention = mention(of: entity, relation, extraction)
    let found = extraction.mentions[mention]
    return StatementTrace.Argument(
      mention: maker.place(of: found.span, document), form: found.form,
      rule: knowledge.ruleName(found.rule),
      steps: steps(
        from: mention, to: Int(extraction.entities[Int(entity)].naming), document, extraction),
      merges: merges(of: record))
  }

  /// The mention of an entity that a statement most likely rests on: at an edge of its evidence,
  /// else the nearest to it.
  private func mention(
    of entity: Int32, _ relation: RelationMention, _ extraction: borrowing Extraction
  ) -> Int {
    var best = Int(extraction.entities[Int(entity)].naming)
    var least = Int32.max
    for (index, mention) in extraction.mentions.enumerated() where mention.entity == entity {
      let span = mention.span
      let evidence = relation.evidence
      var distance: Int32 = 2
      if span.start == evidence.start || span.end == evidence.end {
        distance = 0
      } else if evidence.contains(span) {
        distance = 1
      } else {
        distance += max(evidence.start - span.end, span.start - evidence.end, 0)
      }
      if distance < least {
        least = distance
        best = index
      }
    }
    return best
  }

  /// The merges of an article that lead from one mention to another of the same actor.
  private mutating func steps(
    from start: Int, to goal: Int, _ document: borrowing Document,
    _ extraction: borrowing Extraction
  ) -> [StatementTrace.Step] {
    if start == goal { return [] }
    var edges: [Int: [(Int, (Int, RuleID))]] = [:]
    let entity = extraction.mentions[start].entity
    for merge in extraction.merges where extraction.mentions[Int(merge.mention)].entity == entity {
      let (a, b) = (Int(merge.mention), Int(merge.antecedent))
      edges[a, default: []].append((b, (b, merge.sieve)))
      edges[b, default: []].append((a, (a, merge.sieve)))
    }
    var steps: [StatementTrace.Step] = []
    for (mention, sieve) in Chain.find(from: start, to: goal, { edges[$0, default: []] }) {
      steps.append(
        StatementTrace.Step(
          sieve: knowledge.ruleName(sieve),
          mention: maker.place(of: extraction.mentions[mention].span, document)))
    }
    return steps
  }

  /// The merges between an article's record and the one that has the node's name.
  private func merges(of record: Int) -> [Node.Merge] {
    let node = workings.graph.nodes[workings.nodeOf[record]]
    if workings.records[record].name == node.name { return [] }
    var best: [IdentityMerge] = []
    for other in workings.members[workings.resolution.cluster[record]]
    where workings.records[other].name == node.name {
      let path = workings.path(from: record, to: other)
      if !path.isEmpty, best.isEmpty || path.count < best.count { best = path }
    }
    return best.compactMap { workings.merge($0) }
  }
}

extension GraphWorkings {
  /// A merge as nodes show it; nil for one of two equal spellings.
  func merge(_ merge: IdentityMerge) -> Node.Merge? {
    if merge.constraint < 0 {
      guard Set(merge.names).count > 1 else { return nil }
      return Node.Merge(names: merge.names, rule: merge.sieve.name)
    }
    return Node.Merge(
      names: merge.names, rule: merge.sieve.name, decision: decisionTexts[merge.constraint])
  }
}
