/// Compares one article's annotation with what the program found in it.
///
/// Names count if span and kind are exact, roles if the span is, relations if subject, predicate and
/// object are; which entity is meant is decided by the mentions that two entities share.
struct Comparison {
  let gold: Annotation
  let system: Annotation
  let text: [Unicode.Scalar]
  var figures = Figures()
  var findings: [Finding] = []

  /// Mentions of the gold standard in its order, one a span.
  private var goldSpans: [Annotation.Span] = []
  private var goldEntity: [Annotation.Span: Int] = [:]
  private var goldForm: [Annotation.Span: MentionForm] = [:]
  private var systemEntity: [Annotation.Span: Int] = [:]
  /// For each entity that the program found the one of the gold standard that it stands for.
  private(set) var aligned: [Int?] = []

  init(gold: Annotation, system: Annotation, text: [Unicode.Scalar]) {
    self.gold = gold
    self.system = system
    self.text = text
  }

  /// Counts everything.
  mutating func run() {
    indexMentions()
    align()
    let names = (namesOf(gold), namesOf(system))
    count(names: names.0, names.1)
    classifyNames(names.0, names.1)
    countRoles()
    countIdentity()
    countRelations()
  }

  // MARK: Mentions

  private mutating func indexMentions() {
    for (k, entity) in gold.entities.enumerated() {
      for mention in entity.mentions {
        if goldEntity.updateValue(k, forKey: mention.span) == nil { goldSpans.append(mention.span) }
        goldForm[mention.span] = mention.form
      }
    }
    for (k, entity) in system.entities.enumerated() {
      for mention in entity.mentions { systemEntity[mention.span] = k }
    }
  }

  private func namesOf(_ annotation: Annotation) -> Set<NamedSpan> {
    var names: Set<NamedSpan> = []
    for entity in annotation.entities {
      guard let kind = entity.kind else { continue }
      for mention in entity.mentions where mention.form == .name {
        names.insert(NamedSpan(span: mention.span, kind: kind))
      }
    }
    return names
  }

  mutating func count(names gold: Set<NamedSpan>, _ system: Set<NamedSpan>) {
    for kind in EntityKind.allCases {
      figures.add(Layer(kind), gold.filter { $0.kind == kind }, system.filter { $0.kind == kind })
    }
    figures.add(.names, gold, system)
  }

  /// Gives each found entity the gold entity with which it shares most mentions, names weighing most;
  /// a mention with other ends counts a third.
  private mutating func align() {
    for entity in system.entities {
      var votes: [(entity: Int, points: Int)] = []
      func vote(_ k: Int, _ points: Int) {
        if let at = votes.firstIndex(where: { $0.entity == k }) {
          votes[at].points += points
        } else {
          votes.append((k, points))
        }
      }
      for mention in entity.mentions {
        let weight = Comparison.weight(mention.form)
        if let hit = goldEntity[mention.span] {
          vote(hit, 3 * weight)
          continue
        }
        for span in goldSpans {
          let longer = max(span.end - span.start, mention.span.end - mention.span.start)
          if let k = goldEntity[span], span.overlap(mention.span) > 0,
            2 * span.overlap(mention.span) >= longer
          {
            vote(k, weight)
          }
        }
      }
      // Of equal ones the first.
      let most = votes.map(\.points).max()
      aligned.append(votes.first { $0.points == most }?.entity)
    }
  }

  private static func weight(_ form: MentionForm) -> Int {
    switch form {
    case .name: 4
    case .adjective: 3
    case .nominal: 2
    case .pronoun: 1
    }
  }

  /// How a found entity is called: by the gold entity that it stands for, else by its own name.
  func actor(_ k: Int) -> Actor {
    if let entity = aligned[k] { return goldActor(entity) }
    return Actor(name: system.entities[k].name, gold: nil)
  }

  func goldActor(_ k: Int) -> Actor { Actor(name: gold.entities[k].name, gold: k) }

  // MARK: Roles

  private mutating func countRoles() {
    figures.add(
      .roles, Set(gold.roles.map(\.span)), Set(system.roles.map(\.span)))
    let wanted = gold.roles.map {
      LinkedRole(span: $0.span, holder: $0.holder.map(goldActor), of: $0.of.map(goldActor))
    }
    let found = system.roles.map {
      LinkedRole(span: $0.span, holder: $0.holder.map(actor), of: $0.of.map(actor))
    }
    figures.add(.linkedRoles, Set(wanted), Set(found))
    classifyRoles(wanted, found)
  }

  // MARK: Identity

  private mutating func countIdentity() {
    let common = goldSpans.filter { systemEntity[$0] != nil && goldForm[$0] != .pronoun }
    for span in common {
      let inGold = Set(common.filter { goldEntity[$0] == goldEntity[span] })
      let inSystem = Set(common.filter { systemEntity[$0] == systemEntity[span] })
      let both = Double(inGold.intersection(inSystem).count)
      figures.identity.precisionSum += both / Double(inSystem.count)
      figures.identity.recallSum += both / Double(inGold.count)
      figures.identity.mentions += 1
    }
  }

  // MARK: Relations

  private mutating func countRelations() {
    let wanted = facts(gold.relations, goldActor) { gold.entities[$0].mentions.first?.span.start }
    let found = facts(system.relations, actor) { system.entities[$0].mentions.first?.span.start }
    figures.add(.relations, Set(wanted.keys), Set(found.keys))
    figures.add(
      .links, Set(wanted.keys.map { Set([$0.subject, $0.object]) }),
      Set(found.keys.map { Set([$0.subject, $0.object]) }))
    classifyRelations(wanted, found)
  }

  /// The facts with the offset at which each is first stated; none about one entity alone.
  private func facts(
    _ relations: [Annotation.Relation], _ actor: (Int) -> Actor, _ start: (Int) -> Int?
  ) -> [ComparedFact: Int] {
    var facts: [ComparedFact: Int] = [:]
    for relation in relations {
      var fact = ComparedFact(
        subject: actor(relation.subject), predicate: relation.predicate,
        object: actor(relation.object))
      if fact.subject == fact.object { continue }
      if ComparedFact.symmetric.contains(fact.predicate), fact.object < fact.subject {
        swap(&fact.subject, &fact.object)
      }
      let offset = relation.offset ?? start(relation.subject) ?? 0
      facts[fact] = min(facts[fact] ?? offset, offset)
    }
    return facts
  }

  /// The text of a span.
  func surface(_ span: Annotation.Span) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[max(0, span.start)..<min(text.count, span.end)])
    return String(view)
  }
}

/// A name as it is counted.
struct NamedSpan: Hashable {
  var span: Annotation.Span
  var kind: EntityKind
}

/// An entity as both sides can name it.
struct Actor: Hashable, Comparable {
  var name: String
  /// Index of the gold entity, nil for what only the program found.
  var gold: Int?

  static func < (a: Actor, b: Actor) -> Bool {
    a.name != b.name ? a.name < b.name : (a.gold ?? -1) < (b.gold ?? -1)
  }
}

/// A role with whom it concerns.
struct LinkedRole: Hashable {
  var span: Annotation.Span
  var holder: Actor?
  var of: Actor?
}

/// A relation as it is counted.
struct ComparedFact: Hashable, CustomStringConvertible {
  /// Predicates whose ends may stand in either order.
  static let symmetric: Set<String> = ["met", "family_of"]

  var subject: Actor
  var predicate: String
  var object: Actor

  var description: String { "\(subject.name) \(predicate) \(object.name)" }
}
