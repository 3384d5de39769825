import ArgumentParser
import EntityGraph
import Glibc

/// The command-line tool.
struct Graphgen: ParsableCommand {
  static let version = "0.1.0"
  /// What stands before a subcommand in its usage where that reads its arguments by itself; without
  /// it, the parser would each time look for a request to write completions for a shell first.
  static let name = "graphgen"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "News articles in, a chart of actors out.",
    discussion: """
      ARTICLES are .txt files, .jsonl files (one {"id","text"} a line), folders (taken \
      recursively), or - for standard input. Results go to standard output or -o, \
      everything else to standard error. Exit codes: 0, 1 (failed), 2 (wrong use, or some \
      inputs could not be used; the rest was processed).
      """,
    version: version,
    subcommands: [
      Draw.self, Extract.self, Export.self, Relations.self, Explain.self, Stats.self,
      ReviewCommand.self, Eval.self, Check.self, Compile.self, Layout.self,
    ])
}

/// Where the program starts: parses, runs, and turns errors into lines and exit codes.
@main
enum Main {
  static func main() {
    // The layout child leaves its end to its parent to tell, from its first moment on.
    let isChild = CommandLine.arguments.dropFirst().first == Layout.configuration.commandName
    if !isChild { Interruption.prepare() }
    do {
      var command = try parse()
      try command.run()
    } catch let failure as Failure {
      if !failure.message.isEmpty { Console.note(failure.message) }
      exit(failure.code)
    } catch is Descriptor.Closed {
      exit(0)
    } catch let failure as SystemFailure {
      Console.note(failure.description)
      exit(1)
    } catch {
      let isHelp = Graphgen.exitCode(for: error) == .success
      let message = Graphgen.fullMessage(for: error)
      let bytes = Array((message + "\n").utf8)
      _ = try? Descriptor.write(bytes, to: isHelp ? STDOUT_FILENO : STDERR_FILENO)
      exit(isHelp ? 0 : 2)
    }
  }

  /// The command that the arguments ask for.
  ///
  /// To read a subcommand's arguments from the root means to look at those of all subcommands, which
  /// takes longer than an article. So the named one reads them first; whatever it does not
  /// understand goes the whole way, which knows the general options and words the messages.
  private static func parse() throws -> ParsableCommand {
    let arguments = CommandLine.arguments
    if arguments.dropFirst().first == "extract",
      let command = Extract(plain: arguments.dropFirst(2))
    {
      return command
    }
    if arguments.count > 1,
      let named = Graphgen.configuration.subcommands.first(where: {
        $0.configuration.commandName == arguments[1]
      }), let command = try? named.parseAsRoot(Array(arguments.dropFirst(2))),
      type(of: command) == named
    {
      return command
    }
    return try Graphgen.parseAsRoot()
  }
}
