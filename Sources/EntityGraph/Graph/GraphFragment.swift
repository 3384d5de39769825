/// What one article adds to the graph; made by the worker that read it, holds no text but quotes.
public struct GraphFragment: Sendable {
  struct Actor: Sendable {
    var kind: EntityKind
    /// The name that the article uses, or its best description.
    var name: String
    var isNamed: Bool
    var canonical: String
    var spellings: [Node.Alias] = []
    var roles: [Node.Role] = []
    var mentions = 0
    var sentences = 0
    var context: [String] = []
    /// Country and region of a place or body, as far as they are known.
    var home: [String] = []
    /// Of a person, where the worker that read the article found it already.
    var standing: IdentityResolver.Standing?
    /// Actors of different articles with the same one share a record.
    var signature = ""
  }

  struct Statement: Sendable {
    var subject: Int
    var object: Int
    /// Empty for co-occurrence.
    var predicate: String
    var isSymmetric: Bool
    var modality: Modality
    var label: String
    var weight: Int
    var evidence: Evidence
  }

  var source: Graph.Source
  /// Hash of the text: tells articles with the same id apart.
  var hash: UInt64
  var sentences: Int
  var actors: [Actor] = []
  var statements: [Statement] = []

  /// Gives every actor its signature: kind, canonical name and spellings; who is only described is
  /// nobody else's namesake.
  mutating func sign() {
    for index in actors.indices {
      let actor = actors[index]
      var signature = "\(actor.kind.rawValue)\t\(actor.canonical)"
      if actor.isNamed {
        let names = actor.spellings.map(\.text).sorted(by: Mathematics.precedes)
        signature += "\t" + names.joined(separator: "\t")
      } else {
        signature += "\t\n\(source.id) \(hash) \(index)"
      }
      if !actor.home.isEmpty { signature += "\tat " + actor.home.joined(separator: ", ") }
      actors[index].signature = signature
    }
  }
}
