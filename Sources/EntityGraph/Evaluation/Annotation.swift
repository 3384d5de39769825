/// What a person or the program marked in one article: a line of the interchange format
/// ([docs/formats.md](docs/formats.md)). Offsets count Unicode scalars.
public struct Annotation: Sendable {
  /// A stretch of the article, its end excluded.
  public struct Span: Hashable, Comparable, Sendable {
    public var start: Int
    public var end: Int

    /// In the order of the text, of two that start together the longer first.
    public static func < (a: Span, b: Span) -> Bool { (a.start, b.end) < (b.start, a.end) }

    /// How many scalars two spans share.
    func overlap(_ other: Span) -> Int { max(0, min(end, other.end) - max(start, other.start)) }
  }

  /// One occurrence of an entity.
  public struct Mention: Sendable {
    public var span: Span
    public var form: MentionForm
  }

  /// Somebody or something, with all its occurrences.
  public struct Entity: Sendable {
    public var id = ""
    /// Nil for `other`: what the annotators marked that is no person, organization or place.
    public var kind: EntityKind?
    public var name = ""
    public var mentions: [Mention] = []
  }

  /// The words of a function, with indices of who holds it and of the body where it is held.
  public struct Role: Sendable {
    public var span: Span
    public var holder: Int?
    public var of: Int?
  }

  /// A stated fact between two entities, given by their indices.
  public struct Relation: Sendable {
    public var subject: Int
    public var predicate: String
    public var object: Int
    public var isNegated = false
    /// Start of the first evidence; nil where none is given.
    public var offset: Int?
  }

  public var document = ""
  /// The article itself where the line carries it.
  public var text: [UInt8]?
  public var entities: [Entity] = []
  public var roles: [Role] = []
  public var relations: [Relation] = []

  /// Makes an annotation that marks nothing.
  public init(document: String = "") { self.document = document }

  /// The furthest offset that is used.
  var reach: Span? {
    (entities.flatMap { $0.mentions.map(\.span) } + roles.map(\.span)).max { $0.end < $1.end }
  }
}
