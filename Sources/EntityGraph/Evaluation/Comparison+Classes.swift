/// What kinds of differences there are.
extension Comparison {
  /// Pairs what is missing with what is too much: first the same words with another kind, then words
  /// that overlap, the most overlapping first in the order of the text.
  mutating func classifyNames(_ gold: Set<NamedSpan>, _ system: Set<NamedSpan>) {
    var missed = gold.subtracting(system).sorted { $0.span < $1.span }
    var spurious = system.subtracting(gold).sorted { $0.span < $1.span }
    missed = missed.filter { want in
      guard let at = spurious.firstIndex(where: { $0.span == want.span }) else { return true }
      note(.wrongKind, want, spurious.remove(at: at))
      return false
    }
    missed = missed.filter { want in
      let near = spurious.indices.filter { spurious[$0].span.overlap(want.span) > 0 }
      let overlap = near.map { spurious[$0].span.overlap(want.span) }.max()
      guard let at = near.first(where: { spurious[$0].span.overlap(want.span) == overlap }) else {
        return true
      }
      let got = spurious.remove(at: at)
      note(got.kind == want.kind ? .wrongBoundary : .wrongBoth, want, got)
      return false
    }
    for want in missed {
      let other = form(of: want.span, in: self.system)
      findings.append(
        Finding(
          kind: other == nil ? .missedName : .wrongForm, offset: want.span.start,
          gold: shown(want),
          system: other.map { "\(surface(want.span)) (\($0.word))" }))
    }
    for got in spurious {
      let other = form(of: got.span, in: self.gold)
      findings.append(
        Finding(
          kind: other == nil ? .spuriousName : .wrongForm, offset: got.span.start,
          gold: other.map { "\(surface(got.span)) (\($0.word))" },
          system: shown(got)))
    }
  }

  /// The form of a mention that is no name.
  private func form(of span: Annotation.Span, in annotation: Annotation) -> MentionForm? {
    for entity in annotation.entities {
      for mention in entity.mentions where mention.span == span && mention.form != .name {
        return mention.form
      }
    }
    return nil
  }

  private mutating func note(_ kind: Finding.Class, _ want: NamedSpan, _ got: NamedSpan) {
    findings.append(
      Finding(kind: kind, offset: want.span.start, gold: shown(want), system: shown(got)))
  }

  private func shown(_ name: NamedSpan) -> String { "\(surface(name.span)) (\(name.kind.word))" }

  mutating func classifyRoles(_ gold: [LinkedRole], _ system: [LinkedRole]) {
    var spurious = system.filter { got in !gold.contains { $0.span == got.span } }
    for want in gold {
      if let got = system.first(where: { $0.span == want.span }) {
        if got.holder != want.holder {
          note(.roleHolder, want, want.holder, got.holder)
        } else if got.of != want.of {
          note(.roleBody, want, want.of, got.of)
        }
        continue
      }
      let near = spurious.firstIndex { $0.span.overlap(want.span) > 0 }
      let got = near.map { spurious.remove(at: $0) }
      findings.append(
        Finding(
          kind: got == nil ? .missedRole : .roleBoundary, offset: want.span.start,
          gold: surface(want.span), system: got.map { surface($0.span) }))
    }
    for got in spurious {
      findings.append(
        Finding(kind: .spuriousRole, offset: got.span.start, system: surface(got.span)))
    }
  }

  private mutating func note(
    _ kind: Finding.Class, _ role: LinkedRole, _ want: Actor?, _ got: Actor?
  ) {
    func shown(_ actor: Actor?) -> String {
      "\(surface(role.span)): \(actor.map(\.name) ?? "nobody")"
    }
    findings.append(
      Finding(kind: kind, offset: role.span.start, gold: shown(want), system: shown(got)))
  }

  mutating func classifyRelations(_ gold: [ComparedFact: Int], _ system: [ComparedFact: Int]) {
    func order(_ a: (key: ComparedFact, value: Int), _ b: (key: ComparedFact, value: Int)) -> Bool {
      (a.value, a.key.description) < (b.value, b.key.description)
    }
    let missed = gold.filter { system[$0.key] == nil }.sorted(by: order)
    var spurious = system.filter { gold[$0.key] == nil }.sorted(by: order)
    for (want, offset) in missed {
      let turned = ComparedFact(
        subject: want.object, predicate: want.predicate, object: want.subject)
      let kind: Finding.Class
      let near: Int?
      if let at = spurious.firstIndex(where: { $0.key == turned }) {
        (kind, near) = (.wrongDirection, at)
      } else {
        near = spurious.firstIndex {
          Set([$0.key.subject, $0.key.object]) == Set([want.subject, want.object])
        }
        kind = near == nil ? .missedRelation : .wrongPredicate
      }
      let got = near.map { spurious.remove(at: $0).key.description }
      findings.append(
        Finding(kind: kind, offset: offset, gold: want.description, system: got))
    }
    for (got, offset) in spurious {
      findings.append(
        Finding(kind: .spuriousRelation, offset: offset, system: got.description))
    }
  }
}
