/// Finds the records of different documents that are one entity.
///
/// A pure function: the same records give the same clusters in whatever order they come. Names are
/// compared only within blocks of a spelling key, so the work grows with the records, not with their
/// pairs; a merge must hold between all names of a cluster (complete link), so doubtful merges never
/// chain.
public struct IdentityResolver: Sendable {
  private let tables: IdentityTables

  /// A resolver without nicknames, demonyms and word lists.
  public init() { tables = IdentityTables() }

  /// A resolver with what packs say about spellings.
  public init(knowledge: Knowledge) { tables = IdentityTables(knowledge: knowledge) }

  /// Groups records into clusters.
  ///
  /// - Parameters:
  ///   - records: entities of any number of documents.
  ///   - constraints: decisions of the user; they go before every sieve. Of two that contradict
  ///     each other the earlier holds.
  public func resolve(
    _ records: [IdentityRecord], constraints: [IdentityConstraint] = []
  ) -> IdentityResolution {
    var clusters = IdentityClusters(records, tables: tables)
    clusters.apply(constraints)
    clusters.joinKnown()
    clusters.joinSpellings()
    clusters.joinShortNames()
    return clusters.resolution()
  }
}
