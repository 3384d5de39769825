// The words that outputs use for kinds, forms and modalities.

extension EntityKind {
  /// The word that outputs use.
  public var word: StaticString {
    switch self {
    case .person: "person"
    case .organization: "organization"
    case .place: "place"
    }
  }

  /// The kind that a word names.
  public init?(word: String) {
    guard let kind = EntityKind.allCases.first(where: { "\($0.word)" == word }) else { return nil }
    self = kind
  }
}

extension MentionForm {
  /// The word that outputs use.
  public var word: StaticString {
    switch self {
    case .name: "name"
    case .adjective: "adjective"
    case .nominal: "nominal"
    case .pronoun: "pronoun"
    }
  }
}

extension Modality {
  /// The word that outputs use.
  public var word: StaticString {
    switch self {
    case .asserted: "asserted"
    case .reported: "reported"
    case .possible: "possible"
    case .negated: "negated"
    }
  }
}
