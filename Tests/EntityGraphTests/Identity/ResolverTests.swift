import Testing

@testable import EntityGraph

/// What holds of identity whatever the records are.
@Suite struct ResolverTests {
  private func record(
    _ document: String, _ names: [String], kind: EntityKind = .person, roles: [String] = [],
    context: [String] = []
  ) -> IdentityRecord {
    IdentityRecord(
      document: document, kind: kind, names: names.map { .init($0) }, roles: roles,
      context: context)
  }

  private func groups(_ records: [IdentityRecord], _ resolution: IdentityResolution) -> Set<
    Set<String>
  > {
    var groups: [Int: Set<String>] = [:]
    for (index, cluster) in resolution.cluster.enumerated() {
      groups[cluster, default: []].insert(records[index].document)
    }
    return Set(groups.values)
  }

  private var mixed: [IdentityRecord] {
    [
      record("a", ["Muammar Gaddafi", "Gaddafi"]), record("b", ["Moammar Gadhafi"]),
      record("c", ["Muammar Qaddafi"]), record("d", ["Saif Gaddafi"]), record("e", ["Gaddafi"]),
      record("f", ["Jane Doe", "Doe"]), record("g", ["Jane Doe"]), record("h", ["Doe"]),
      record("i", ["World Health Organization", "WHO"], kind: .organization),
      record("j", ["World Health Organisation"], kind: .organization),
      record("k", ["Iraq"], kind: .place), record("l", ["Iran"], kind: .place),
    ]
  }

  /// "Norwegian officials" in the one article, "Norway" in the other.
  @Test func aCountryThatOnlyAnAdjectiveNamesHasAName() {
    var adjective = record("a", [], kind: .place)
    adjective.canonical = "Norway"
    var named = record("b", ["Norway"], kind: .place)
    named.canonical = "Norway"
    let resolution = IdentityResolver().resolve([adjective, named])
    #expect(resolution.merges.map(\.names) == [["Norway", "Norway"]])
  }

  @Test func orderOfTheInputNeverMatters() {
    let resolver = BuiltIn.knowledge.map { IdentityResolver(knowledge: $0) } ?? IdentityResolver()
    let records = mixed
    let expected = groups(records, resolver.resolve(records))
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<20 {
      let shuffled = records.shuffled(using: &generator)
      #expect(groups(shuffled, resolver.resolve(shuffled)) == expected)
    }
  }

  @Test func oneMergeFewerThanRecordsInEachCluster() {
    let resolver = IdentityResolver()
    let resolution = resolver.resolve(mixed)
    #expect(resolution.merges.count == mixed.count - resolution.clusterCount)
    for merge in resolution.merges {
      #expect(resolution.cluster[merge.record] == resolution.cluster[merge.into])
    }
  }

  /// "J. Doe" fits John and Jane, which do not fit each other: the chain must break.
  @Test func doubtfulMergesDoNotChain() {
    let records = [
      record("a", ["John Doe"]), record("b", ["J. Doe"]), record("c", ["Jane Doe"]),
    ]
    let resolution = IdentityResolver().resolve(records)
    #expect(resolution.cluster[0] != resolution.cluster[2])
    #expect(resolution.clusterCount == 2)
  }

  @Test func surnameOfSeveralStaysOpenAndIsReported() {
    let records = [
      record("a", ["Jane Doe"]), record("b", ["Peter Doe"]), record("c", ["Doe"]),
    ]
    let resolution = IdentityResolver().resolve(records)
    #expect(resolution.clusterCount == 3)
    #expect(resolution.doubts.count == 2)
  }

  @Test func companyDecidesBetweenNamesakes() {
    let records = [
      record("a", ["Jane Doe"], context: ["Acme", "Paris"]), record("b", ["Peter Doe"]),
      record("c", ["Doe"], context: ["Paris", "Acme"]),
    ]
    let resolution = IdentityResolver().resolve(records)
    #expect(resolution.cluster[0] == resolution.cluster[2])
    #expect(resolution.cluster[0] != resolution.cluster[1])
  }

  @Test func theUsersWordGoesFirst() {
    let records = [record("a", ["Jane Doe"]), record("b", ["Jane Doe"]), record("c", ["Tom Ford"])]
    let resolver = IdentityResolver()
    let apart = resolver.resolve(records, constraints: [.init(0, 1, isSame: false)])
    #expect(apart.clusterCount == 3)
    let joined = resolver.resolve(records, constraints: [.init(0, 2, isSame: true)])
    #expect(joined.cluster[0] == joined.cluster[2])
    #expect(joined.merges.contains { $0.sieve == .identityDecision })
  }

  @Test func unnamedPeopleStayApart() {
    let records = ["a", "b"].map {
      IdentityRecord(document: $0, kind: .person, names: [], descriptor: "a spokesman")
    }
    #expect(IdentityResolver().resolve(records).clusterCount == 2)
  }

  @Test func thousandsOfRecordsTakeNoTime() {
    var records: [IdentityRecord] = []
    for k in 0..<6000 {
      records.append(record("d\(k)", ["Name\(k % 1500) Sur\(k % 700)name"]))
    }
    let clock = ContinuousClock()
    var count = 0
    let time = clock.measure { count = IdentityResolver().resolve(records).clusterCount }
    #expect(count < 6000)
    #expect(time < .seconds(Project.sanitizer == nil ? 60 : 600))
  }
}
