// The words that outputs use for kinds and forms; those of modalities are words of packs too.

extension EntityKind {
  /// The word that outputs use.
  public var word: String {
    switch self {
    case .person: "person"
    case .organization: "organization"
    case .place: "place"
    }
  }

  /// The kind that a word names.
  public init?(word: String) {
    guard let kind = EntityKind.allCases.first(where: { $0.word == word }) else { return nil }
    self = kind
  }
}

extension MentionForm {
  /// The word that outputs use.
  public var word: String {
    switch self {
    case .name: "name"
    case .adjective: "adjective"
    case .nominal: "nominal"
    case .pronoun: "pronoun"
    }
  }
}
