/// What exports say of an actor or a link besides its ends and its name, in one order and under one
/// name, whatever the format's syntax.
enum GraphAttribute {
  case text(String)
  case count(Int)
  case flag(Bool)
  /// With four places.
  case score(Double)

  /// What a format calls these types.
  struct Types {
    var text: String
    var count: String
    var flag: String
    var score: String
  }

  /// Name and type of what ``Node/attributes`` may hold.
  static func ofNodes(_ types: Types) -> [(name: String, type: String)] {
    [
      ("kind", types.text), ("role", types.text), ("aliases", types.text),
      ("mentions", types.count), ("documents", types.count),
    ]
  }

  /// Name and type of what ``Link/attributes`` may hold.
  static func ofLinks(_ types: Types) -> [(name: String, type: String)] {
    [
      ("predicate", types.text), ("modality", types.text), ("documents", types.count),
      ("symmetric", types.flag), ("association", types.score), ("quote", types.text),
      ("document", types.text), ("rule", types.text),
    ]
  }

  /// The value as XML's text.
  var xml: String {
    switch self {
    case .text(let text): XMLText.escaped(text)
    case .count(let count): "\(count)"
    case .flag(let flag): "\(flag)"
    case .score(let score): GraphAttribute.decimal(score)
    }
  }

  private static func decimal(_ score: Double) -> String {
    var writer = ByteWriter()
    writer.append(score, places: 4)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension ByteStream {
  /// Appends a value as JSON, which Cypher reads as well.
  mutating func json(_ value: GraphAttribute) {
    switch value {
    case .text(let text): json(text)
    case .count(let count): append(text: "\(count)")
    case .flag(let flag): append(text: "\(flag)")
    case .score(let score): append(score, places: 4)
    }
  }
}

extension Node {
  var attributes: [(name: String, value: GraphAttribute)] {
    [
      ("kind", .text(kind.word)), ("role", .text(mainRole ?? "")),
      ("aliases", .text(aliases.map(\.text).joined(separator: "; "))),
      ("mentions", .count(mentions)), ("documents", .count(documents)),
    ]
  }
}

extension Link {
  var attributes: [(name: String, value: GraphAttribute)] {
    var all: [(name: String, value: GraphAttribute)] = [
      ("predicate", .text(predicate)), ("modality", .text(modality.word)),
      ("documents", .count(documents)), ("symmetric", .flag(isSymmetric)),
    ]
    if let association { all.append(("association", .score(association.npmi))) }
    if let item = evidence.first {
      all += [
        ("quote", .text(item.quote)), ("document", .text(item.document)),
        ("rule", .text(item.rule)),
      ]
    }
    return all
  }
}
