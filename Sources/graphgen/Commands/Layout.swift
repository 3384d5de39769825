import ArgumentParser
import EntityGraph
import Glibc

/// `graphgen layout`: the process in which `draw` runs Graphviz, so that a layout that takes too
/// long or crashes takes nothing down. Reads DOT from standard input, writes the picture.
struct Layout: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "layout", _superCommandName: Graphgen.name,
    abstract: "Lay out and render a DOT graph.", shouldDisplay: false)

  @Option(name: .long) var engine: Graphviz.Engine
  @Option(name: .long) var format: Graphviz.Format
  /// Seconds of processor time.
  @Option(name: .long) var seconds = 60
  /// Whether to say where words are not measured as readers will see them.
  @Flag(name: .long) var checkFont = false
  /// Megabytes of address space.
  @Option(name: .long) var megabytes = 4096

  /// Exit code where no other engine need be tried: no library, or no plugin that writes the format.
  static let unwritable: Int32 = 3
  static let fontNote = """
    the font Liberation Sans (or Graphviz's plugin for fonts) is not installed, so words may not \
    fit their boxes; Debian and Ubuntu: apt install fonts-liberation graphviz
    """

  func run() throws {
    // The soft limit ends the process with a signal of its own; the hard one kills.
    var time = rlimit(rlim_cur: rlim_t(seconds), rlim_max: rlim_t(seconds + 2))
    setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &time)
    let bytes = rlim_t(megabytes) << 20
    // A sanitizer's build has terabytes already, and could then allocate nothing at all.
    if Layout.addressSpace() < bytes {
      var memory = rlimit(rlim_cur: bytes, rlim_max: bytes)
      setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &memory)
    }
    // A crash is reported by the parent; a core file would only fill the disk.
    var core = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &core)
    let dot = try Descriptor.readAll(STDIN_FILENO)
    do {
      let picture = try Graphviz.render(
        dot: String(decoding: dot, as: UTF8.self), engine: engine, format: format)
      if checkFont, !Graphviz.measuresWidths() { Console.print(Layout.fontNote) }
      try Descriptor.write(picture, to: STDOUT_FILENO)
    } catch let failure as Graphviz.Failure {
      Console.print(failure.description)
      switch failure {
      case .format, .noLibrary: throw Failure(code: Layout.unwritable, message: "")
      default: throw Failure(code: 1, message: "")
      }
    }
  }
}

extension Layout {
  /// Bytes of address space that this process has mapped, 0 if the system does not say.
  private static func addressSpace() -> rlim_t {
    let file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    if file < 0 { return 0 }
    defer { close(file) }
    guard let text = try? Descriptor.readAll(file) else { return 0 }
    let pages = String(decoding: text.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    return (rlim_t(pages) ?? 0) * rlim_t(sysconf(Int32(_SC_PAGESIZE)))
  }
}

extension Graphviz.Engine: ExpressibleByArgument {
  /// What `--engine` offers.
  public static var allValueStrings: [String] {
    allCases.filter { $0 != .placed }.map(\.rawValue)
  }
}
extension Graphviz.Format: ExpressibleByArgument {}
