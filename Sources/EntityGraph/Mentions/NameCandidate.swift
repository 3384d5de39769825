/// A stretch of text that may be a name, with everything that speaks for or against it.
struct NameCandidate: Sendable {
  var first: Int32
  var end: Int32
  var sentence: Int32
  var kind: SenseKind
  var form: MentionForm = .name
  /// Lead of the reading over the runner-up, in points of the weights.
  var margin: Int32 = 0
  var rule: RuleID
  var canonical: NameID = 0
  var flags: SenseFlags = []
  var features = NameFeatures()
  /// A name inside another ("US" in "US Central Command").
  var nested = false
}

extension SenseKind {
  /// The kind of entity that a reading makes, nil for none.
  var entity: EntityKind? {
    switch self {
    case .person: .person
    case .organization: .organization
    case .place, .demonym: .place
    case .reject: nil
    }
  }
}
