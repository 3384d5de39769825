import Testing

@testable import EntityGraph

/// An article that also calls somebody by the first name alone used to make a person of its own.
@Suite struct FirstNameAliasTests {
  private static func record(_ document: String, _ names: [String]) -> IdentityRecord {
    IdentityRecord(
      document: document, kind: .person,
      names: names.enumerated().map { IdentityRecord.Name($1, count: names.count - $0) })
  }

  @Test func joinsFullNameSurnameAndFirstName() {
    let records = [
      Self.record("a", ["Tamsin Orrell", "Orrell"]),
      Self.record("b", ["Tamsin Orrell", "Orrell", "Tamsin"]),
      Self.record("c", ["Tamsin Orrell"]),
    ]
    #expect(IdentityResolver().resolve(records).clusterCount == 1)
  }

  @Test func keepsNamesakesOfOneSurnameApart() {
    let records = [
      Self.record("a", ["Tamsin Orrell", "Orrell", "Tamsin"]),
      Self.record("b", ["Gregor Orrell", "Orrell", "Gregor"]),
    ]
    #expect(IdentityResolver().resolve(records).clusterCount == 2)
  }
}
