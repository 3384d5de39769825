extension FrameTable {
  /// The frames of all packs that are not switched off.
  init(_ book: RuleBook, termCount: Int) {
    var entries: [(frame: Frame, verbs: [TermID], nouns: [TermID])] = []
    for pack in book.packs { Self.append(pack, to: &entries) }
    self.init(termCount: termCount, entries: entries)
  }

  private static func append(
    _ pack: RuleBook.Pack, to entries: inout [(frame: Frame, verbs: [TermID], nouns: [TermID])]
  ) {
    let rules = pack.rules
    // One frame may name verbs with several particles, and each is matched on its own.
    struct Key: Hashable {
      var frame: Int
      var particle: TermID
    }
    var verbs: [Key: [TermID]] = [:]
    var nouns: [Key: [TermID]] = [:]
    rules.verbFrames.forEach { verbs[Key(frame: $0, particle: $2), default: []].append($1) }
    rules.nounFrames.forEach { nouns[Key(frame: $0, particle: $2), default: []].append($1) }
    let keys = Set(verbs.keys).union(nouns.keys)
    for key in keys.sorted(by: { ($0.frame, $0.particle) < ($1.frame, $1.particle) }) {
      let found = rules.frame(key.frame)
      if pack.disabled[found.rule] { continue }
      let frame = Frame(
        predicate: found.predicate, rule: pack.id(found.rule), voice: found.voice,
        arguments: [
          .init(subjects: found.subjects.map(rules.slot), objects: found.objects.map(rules.slot))
        ],
        objectHeads: rules.headWords(found.objectHeads), particle: key.particle,
        subjectKinds: found.subjectKinds, objectKinds: found.objectKinds,
        modality: found.modality, isReversed: found.isReversed,
        priority: Int32(truncatingIfNeeded: found.priority))
      entries.append((frame, (verbs[key] ?? []).sorted(), (nouns[key] ?? []).sorted()))
    }
  }
}
