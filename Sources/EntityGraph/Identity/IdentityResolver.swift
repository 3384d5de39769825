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

  /// How far the names that an article gives a person tell them from others.
  enum Standing: Sendable {
    /// A surname or first name alone.
    case short
    /// A full name that several may bear.
    case frequent
    case rare
  }

  func standing(_ names: [String]) -> Standing {
    let spelled = names.map { SpelledName($0, kind: .person, tables: tables) }
    guard spelled.contains(where: { !$0.isShort }) else { return .short }
    return spelled.contains(where: tables.isFrequent) ? .frequent : .rare
  }

  /// What tells a person from namesakes already when records are made: the fields of the roles.
  ///
  /// - Returns: nil for somebody without a full name.
  func distinction(_ standing: Standing, _ roles: [String]) -> String? {
    switch standing {
    case .short: nil
    case .rare: ""
    case .frequent: roles.isEmpty ? "" : "\t" + tables.fields(of: roles).joined(separator: " ")
    }
  }

  /// Groups records into clusters.
  ///
  /// - Parameters:
  ///   - records: entities of any number of documents.
  ///   - constraints: decisions of the user. What is different no sieve joins, what is the same is
  ///     joined last, whatever the names say. Of two that contradict each other the earlier holds.
  public func resolve(
    _ records: [IdentityRecord], constraints: [IdentityConstraint] = []
  ) -> IdentityResolution {
    var clusters = IdentityClusters(records, tables: tables)
    clusters.prepare(constraints)
    clusters.joinKnown()
    clusters.joinSpellings()
    clusters.joinShortNames()
    clusters.join(constraints)
    return clusters.resolution()
  }
}
