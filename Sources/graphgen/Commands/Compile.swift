import ArgumentParser
import EntityGraph

/// `graphgen compile`: packs to the blob that the library embeds. For those who build the program.
struct Compile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile", _superCommandName: Graphgen.name,
    abstract: "Compile packs into one file of knowledge.", shouldDisplay: false)

  @ArgumentParser.Argument(help: "Folders with .rules and .tsv files.")
  var packs: [String]

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"),
    completion: .file())
  var output: String

  func run() throws {
    let result: (bytes: [UInt8], errors: [PackError])
    do {
      result = Knowledge.blob(try packs.map { try PackSource(folder: $0) }, base: nil)
    } catch let error as PackError { throw Failure(code: 2, message: error.description) }
    for error in result.errors { Console.print(error.description) }
    if !result.errors.isEmpty { throw Failure(code: 1, message: "nothing was written") }
    let file = try OutputFile(output)
    try file.write(result.bytes)
    try file.finish()
    Console.note("wrote \(result.bytes.count) bytes to \(output)")
  }
}
