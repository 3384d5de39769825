/// Reads one object of the interchange format; says what is wrong with the first part that is.
struct AnnotationReader {
  /// A role or relation whose entities are still names, since they may come later in the object.
  private struct Link {
    var key: String
    var id: String
    var owner: String
    var set: @Sendable (inout Annotation, Int) -> Void
  }

  private var annotation = Annotation()
  private var links: [Link] = []
  private var fault: GoldProblem.What?
  private var scratch: [UInt8] = []

  /// Reads the only object in `bytes`.
  static func read(_ bytes: [UInt8]) throws(GoldProblem.What) -> Annotation {
    var reader = AnnotationReader()
    do {
      try bytes.withUnsafeBufferPointer { buffer throws in
        if TextCheck.invalidUTF8(buffer) != nil { throw GoldProblem.What.notUTF8 }
        var json = JSONReader(buffer)
        guard json.nextByte() == UInt8(ascii: "{") else { throw json.problem(.object) }
        try reader.readDocument(&json)
        try json.finish()
      }
    } catch let problem as JSONProblem {
      throw .json(problem)
    } catch let what as GoldProblem.What {
      throw what
    } catch { throw .unreadable("\(error)") }
    return try reader.resolved()
  }

  private mutating func readDocument(_ json: inout JSONReader) throws(JSONProblem) {
    var key: [UInt8] = []
    var hasDocument = false
    try json.readObject(key: &key) { (json, key) throws(JSONProblem) in
      switch String(decoding: key, as: UTF8.self) {
      case "document":
        annotation.document = try text("document", of: "the line", &json)
        hasDocument = true
      case "text":
        let string = try text("text", of: "the line", &json)
        annotation.text = Array(string.utf8)
      case "entities":
        try array("entities", &json) { (reader, json) throws(JSONProblem) in
          try reader.readEntity(&json)
        }
      case "roles":
        try array("roles", &json) { (reader, json) throws(JSONProblem) in
          try reader.readRole(&json)
        }
      case "relations":
        try array("relations", &json) { (reader, json) throws(JSONProblem) in
          try reader.readRelation(&json)
        }
      default: try json.skipValue()
      }
    }
    if !hasDocument { note(.missing("document", of: "the line")) }
  }

  private mutating func readEntity(_ json: inout JSONReader) throws(JSONProblem) {
    let owner = "entity \(annotation.entities.count + 1)"
    var entity = Annotation.Entity()
    var kind: String?
    try members(owner, &json) { (reader, json, key) throws(JSONProblem) in
      switch key {
      case "id": entity.id = try reader.text("id", of: owner, &json)
      case "kind": kind = try reader.text("kind", of: owner, &json)
      case "name": entity.name = try reader.text("name", of: owner, &json)
      case "mentions":
        try reader.array("mentions", &json) { (reader, json) throws(JSONProblem) in
          entity.mentions.append(try reader.readMention(&json, of: owner))
        }
      default: try json.skipValue()
      }
    }
    if entity.id.isEmpty { note(.missing("id", of: owner)) }
    switch kind {
    case nil: note(.missing("kind", of: owner))
    case "other": break
    case let word?:
      entity.kind = EntityKind.allCases.first { $0.word == word }
      if entity.kind == nil { note(.kind(word, of: "entity \"\(entity.id)\"")) }
    }
    annotation.entities.append(entity)
  }

  private mutating func readMention(
    _ json: inout JSONReader, of owner: String
  ) throws(JSONProblem) -> Annotation.Mention {
    var start: Int?
    var end: Int?
    var form = MentionForm.name
    try members("a mention of \(owner)", &json) { (reader, json, key) throws(JSONProblem) in
      switch key {
      case "start": start = try reader.integer(key, of: owner, &json)
      case "end": end = try reader.integer(key, of: owner, &json)
      case "form":
        let word = try reader.text("form", of: owner, &json)
        if let known = MentionForm.allCases.first(where: { $0.word == word }) {
          form = known
        } else {
          reader.note(.form(word, of: owner))
        }
      default: try json.skipValue()
      }
    }
    return Annotation.Mention(span: span(start, end, "a mention of \(owner)"), form: form)
  }

  private mutating func readRole(_ json: inout JSONReader) throws(JSONProblem) {
    let index = annotation.roles.count
    let owner = "role \(index + 1)"
    var start: Int?
    var end: Int?
    try members(owner, &json) { (reader, json, key) throws(JSONProblem) in
      switch key {
      case "start": start = try reader.integer(key, of: owner, &json)
      case "end": end = try reader.integer(key, of: owner, &json)
      case "holder":
        try reader.link(key, owner, &json, isOptional: true) { $0.roles[index].holder = $1 }
      case "of": try reader.link(key, owner, &json, isOptional: true) { $0.roles[index].of = $1 }
      default: try json.skipValue()
      }
    }
    annotation.roles.append(Annotation.Role(span: span(start, end, owner)))
  }

  private mutating func readRelation(_ json: inout JSONReader) throws(JSONProblem) {
    let index = annotation.relations.count
    let owner = "relation \(index + 1)"
    var relation = Annotation.Relation(subject: -1, predicate: "", object: -1)
    var ends = 0
    try members(owner, &json) { (reader, json, key) throws(JSONProblem) in
      switch key {
      case "subject":
        try reader.link(key, owner, &json) { $0.relations[index].subject = $1 }
        ends |= 1
      case "object":
        try reader.link(key, owner, &json) { $0.relations[index].object = $1 }
        ends |= 2
      case "predicate": relation.predicate = try reader.text(key, of: owner, &json)
      case "modality": relation.isNegated = try reader.text(key, of: owner, &json) == "negated"
      case "evidence":
        try reader.array(key, &json) { (reader, json) throws(JSONProblem) in
          let evidence = try reader.readMention(&json, of: owner)
          if relation.offset == nil { relation.offset = evidence.span.start }
        }
      default: try json.skipValue()
      }
    }
    if ends & 1 == 0 { note(.missing("subject", of: owner)) }
    if ends & 2 == 0 { note(.missing("object", of: owner)) }
    if relation.predicate.isEmpty { note(.missing("predicate", of: owner)) }
    annotation.relations.append(relation)
  }
}

extension AnnotationReader {
  /// The annotation with entities in place of ids, or what is wrong with it.
  private mutating func resolved() throws(GoldProblem.What) -> Annotation {
    if let fault { throw fault }
    var index: [String: Int] = [:]
    for (k, entity) in annotation.entities.enumerated() {
      if index.updateValue(k, forKey: entity.id) != nil { throw .repeatedEntity(entity.id) }
    }
    for link in links {
      guard let entity = index[link.id] else { throw .unknownEntity(link.id, of: link.owner) }
      link.set(&annotation, entity)
    }
    return annotation
  }

  private mutating func note(_ what: GoldProblem.What) { if fault == nil { fault = what } }

  private mutating func members(
    _ owner: String, _ json: inout JSONReader,
    _ member: (inout AnnotationReader, inout JSONReader, String) throws(JSONProblem) -> Void
  ) throws(JSONProblem) {
    var key: [UInt8] = []
    try json.readObject(key: &key) { (json, key) throws(JSONProblem) in
      try member(&self, &json, String(decoding: key, as: UTF8.self))
    }
  }

  private mutating func array(
    _ key: String, _ json: inout JSONReader,
    _ element: (inout AnnotationReader, inout JSONReader) throws(JSONProblem) -> Void
  ) throws(JSONProblem) {
    guard json.nextByte() == UInt8(ascii: "[") else {
      note(.type(key, of: "the line", expected: "array"))
      return try json.skipValue()
    }
    try json.readArray { (json) throws(JSONProblem) in try element(&self, &json) }
  }

  private mutating func text(
    _ key: String, of owner: String, _ json: inout JSONReader
  ) throws(JSONProblem) -> String {
    guard json.nextByte() == UInt8(ascii: "\"") else {
      note(.type(key, of: owner, expected: "string"))
      try json.skipValue()
      return ""
    }
    try json.readString(into: &scratch)
    return String(decoding: scratch, as: UTF8.self)
  }

  private mutating func integer(
    _ key: String, of owner: String, _ json: inout JSONReader
  ) throws(JSONProblem) -> Int? {
    let first = json.nextByte()
    guard first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9") else {
      note(.type(key, of: owner, expected: "offset"))
      try json.skipValue()
      return 0
    }
    let range = try json.readScalar()
    if let value = Int(String(decoding: json.bytes[range], as: UTF8.self)) { return value }
    note(.type(key, of: owner, expected: "offset"))
    return 0
  }

  private mutating func span(_ start: Int?, _ end: Int?, _ owner: String) -> Annotation.Span {
    guard let start else {
      note(.missing("start", of: owner))
      return Annotation.Span(start: 0, end: 0)
    }
    guard let end else {
      note(.missing("end", of: owner))
      return Annotation.Span(start: 0, end: 0)
    }
    let span = Annotation.Span(start: start, end: end)
    if end <= start { note(.emptySpan(span, of: owner)) }
    return span
  }

  private mutating func link(
    _ key: String, _ owner: String, _ json: inout JSONReader, isOptional: Bool = false,
    _ set: @escaping @Sendable (inout Annotation, Int) -> Void
  ) throws(JSONProblem) {
    if isOptional, json.nextByte() == UInt8(ascii: "n") { return try json.skipValue() }
    let id = try text(key, of: owner, &json)
    links.append(Link(key: key, id: id, owner: owner, set: set))
  }
}
