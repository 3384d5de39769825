import ArgumentParser
import EntityGraph

/// Which part of the graph is wanted.
struct FilterOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("Only person, organization and/or place, with commas.", valueName: "kinds"))
  var kinds: String?

  @Option(
    name: .long, help: ArgumentHelp("Only these relations, with commas.", valueName: "names"))
  var predicates: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Only actors and links of so many articles.", valueName: "n"))
  var minDocuments = 1

  @Option(name: .long, help: ArgumentHelp("Only what is near this actor.", valueName: "name"))
  var focus: String?

  @Option(name: .long, help: ArgumentHelp("How many links away from --focus.", valueName: "n"))
  var depth = 1

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("Only the strongest chain between two actors.", valueName: "names"))
  var path: [String] = []

  @Flag(name: .long, help: "Only actors that an article names.")
  var namedOnly = false

  @Flag(name: .long, help: "Only stated relations.")
  var noCooccurrence = false

  func validate() throws {
    if !path.isEmpty, path.count != 2 { throw ValidationError("--path takes two names") }
    if focus != nil, !path.isEmpty { throw ValidationError("use --focus or --path, not both") }
    if minDocuments < 1 { throw ValidationError("--min-documents takes a number from 1") }
    if predicates?.allSatisfy({ $0 == "," }) == true {
      throw ValidationError("--predicates takes names of relations")
    }
    if depth < 1 { throw ValidationError("--depth takes a number from 1") }
    _ = try chosenKinds()
  }

  private func chosenKinds() throws -> Set<EntityKind>? {
    guard let kinds else { return nil }
    let words = kinds.split(separator: ",")
    if words.isEmpty { throw ValidationError("--kinds takes person, organization and place") }
    return Set(
      try words.map { word in
        guard let kind = EntityKind(word: String(word)) else {
          throw ValidationError("--kinds takes person, organization and place, not '\(word)'")
        }
        return kind
      })
  }

  /// Whether a part of the graph is wanted that actors are named for.
  var asksForNames: Bool { focus != nil || !path.isEmpty }

  /// What the options say, with the actors of `graph` that they name.
  func filter(for graph: Graph) throws -> GraphFilter {
    var filter = GraphFilter()
    filter.kinds = try chosenKinds()
    filter.predicates = predicates.map { Set($0.split(separator: ",").map(String.init)) }
    filter.minimumDocuments = minDocuments
    filter.keepsDescribed = !namedOnly
    filter.keepsCooccurrence = !noCooccurrence
    if let unknown = filter.predicates?.filter({ name in
      !graph.links.contains { $0.predicate == name }
    }).min() {
      Console.note("no link has the predicate '\(unknown)'")
    }
    let lookup = Lookup(graph)
    if let focus { filter.focus = (try lookup.node(focus), depth) }
    if path.count == 2 {
      filter.path = (try lookup.node(path[0]), try lookup.node(path[1]))
    }
    return filter
  }
}
