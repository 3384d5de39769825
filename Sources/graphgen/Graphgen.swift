import ArgumentParser
import EntityGraph

@main
struct Graphgen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graphgen", abstract: "News articles in, a chart of actors out.")
}
