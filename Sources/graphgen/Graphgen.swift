import ArgumentParser
import EntityGraph
import Glibc

/// The command-line tool.
struct Graphgen: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "graphgen",
    abstract: "News articles in, a chart of actors out.",
    discussion: """
      ARTICLES are .txt files, .jsonl files (one {"id","text"} a line), folders (taken \
      recursively), or - for standard input. Results go to standard output or -o, \
      everything else to standard error. Exit codes: 0, 1 (failed), 2 (wrong use, or some \
      inputs could not be used; the rest was processed).
      """,
    version: version,
    subcommands: [
      Draw.self, Extract.self, Export.self, Relations.self, Explain.self, Stats.self, Eval.self,
      Check.self,
      Compile.self, Layout.self,
    ])
}

/// Where the program starts: parses, runs, and turns errors into lines and exit codes.
@main
enum Main {
  static func main() {
    // A closed pipe is told by write(), so that it can be handled as no error.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try Graphgen.parseAsRoot()
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
}
