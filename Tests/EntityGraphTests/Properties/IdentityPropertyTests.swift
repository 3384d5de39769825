import Testing

@testable import EntityGraph

/// What must hold of identity whatever the articles: checked on sets of records drawn at random from
/// names that are alike.
@Suite struct IdentityPropertyTests {
  private static let people = [
    ["Jane Doe"], ["J. Doe"], ["Jane R. Doe"], ["Doe"], ["John Doe", "Doe"], ["Jon Doe"],
    ["Muammar Gaddafi", "Gaddafi"], ["Moammar Gadhafi"], ["Saif al-Islam Gaddafi"], ["Gaddafi"],
    ["Abu Mazen", "Mahmoud Abbas"], ["Mahmoud Abbas"], ["Mahmud Abbas", "Abbas"], ["Abu Mazen"],
    ["Viktor Orban"], ["Orban Viktor"], ["Zhou Enlai"], ["Chou En-lai"], ["Adam Smith"], ["Smith"],
  ]
  private static let bodies = [
    ["Ministry of Defence"], ["Defense Ministry"], ["World Health Organization", "WHO"], ["WHO"],
    ["World Health Organisation"], ["Acme Corp."], ["Acme"], ["Islamic State", "IS"],
  ]
  private static let places = [["Iraq"], ["Iran"], ["Tripoli"], ["Georgia"], ["Kyiv"], ["Kiev"]]
  private static let words = ["minister", "striker", "farmer", "Paris", "Acme", "Bo Lind"]

  private func records(_ random: inout SplitMix64) -> [IdentityRecord] {
    (0..<Int.random(in: 2...24, using: &random)).map { number in
      let kind = EntityKind.allCases[Int.random(in: 0..<3, using: &random)]
      let names =
        switch kind {
        case .person: Self.people
        case .organization: Self.bodies
        case .place: Self.places
        }
      func some(_ count: Int) -> [String] {
        (0..<Int.random(in: 0...count, using: &random)).map { _ in
          Self.words[Int.random(in: Self.words.indices, using: &random)]
        }
      }
      let home = ["Lebanon", "Libya", "United Kingdom"]
      return IdentityRecord(
        document: "d\(number)", kind: kind,
        names: names[Int.random(in: names.indices, using: &random)].map { .init($0) },
        roles: some(2), context: some(3),
        home: Bool.random(using: &random) ? [home[Int.random(in: 0..<3, using: &random)]] : [])
    }
  }

  /// Clusters as sets of documents.
  private func groups(_ records: [IdentityRecord], _ resolution: IdentityResolution) -> Set<
    Set<String>
  > {
    var groups: [Int: Set<String>] = [:]
    for (index, cluster) in resolution.cluster.enumerated() {
      groups[cluster, default: []].insert(records[index].document)
    }
    return Set(groups.values)
  }

  @Test func clustersAreWhatTheirMergesSayInAnyOrder() throws {
    let resolver = IdentityResolver(knowledge: try #require(BuiltIn.knowledge))
    var random = SplitMix64(state: 11)
    for _ in 0..<150 {
      let records = records(&random)
      let resolution = resolver.resolve(records)
      // Symmetric and transitive: the merges as undirected edges give the clusters, no edge too many.
      var parent = Array(records.indices)
      func root(_ k: Int) -> Int { parent[k] == k ? k : root(parent[k]) }
      for merge in resolution.merges { parent[root(merge.record)] = root(merge.into) }
      for a in records.indices {
        for b in records.indices {
          #expect(
            (root(a) == root(b)) == (resolution.cluster[a] == resolution.cluster[b]))
        }
      }
      #expect(resolution.merges.count == records.count - resolution.clusterCount)
      for doubt in resolution.doubts {
        #expect(resolution.cluster[doubt.a] != resolution.cluster[doubt.b])
      }
      let shuffled = records.shuffled(using: &random)
      #expect(groups(shuffled, resolver.resolve(shuffled)) == groups(records, resolution))
    }
  }

  @Test func whatTheUserSaysHolds() throws {
    let resolver = IdentityResolver(knowledge: try #require(BuiltIn.knowledge))
    var random = SplitMix64(state: 12)
    for _ in 0..<150 {
      let records = records(&random)
      let wishes = (0..<4).map { _ in
        IdentityConstraint(
          Int.random(in: records.indices, using: &random),
          Int.random(in: records.indices, using: &random), isSame: Bool.random(using: &random))
      }
      let resolution = resolver.resolve(records, constraints: wishes)
      let refused = Set(resolution.refused.map(\.constraint))
      for (index, wish) in wishes.enumerated() where !refused.contains(index) {
        let isOne = resolution.cluster[wish.a[0]] == resolution.cluster[wish.b[0]]
        #expect(isOne == wish.isSame, "\(index) \(wishes)")
      }
      // Of two that contradict each other the earlier holds.
      #expect(!refused.contains(0) || wishes[0].a == wishes[0].b)
    }
  }
}
