import CGraphviz

/// Lays out and renders DOT text with libgvc: the only file that calls it.
///
/// The library is not thread-safe, not even with a context per thread, so calls wait for each other
/// on one lock. It cannot be interrupted either, and some inputs keep `dot` busy for hours: where
/// that matters, do what the command-line tool does and call it in a process of its own.
public enum Graphviz {
  /// How positions are found.
  public enum Engine: String, Sendable, CaseIterable {
    case dot, neato, fdp, sfdp, twopi, circo
    /// Keeps the positions that nodes have, moves apart what overlaps, and draws the lines.
    case placed = "nop"
  }

  /// What a picture is written as.
  public enum Format: String, Sendable, CaseIterable {
    case svg, png, pdf
  }

  /// Why nothing was drawn.
  public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The library cannot be loaded or started, and why.
    case noLibrary(String)
    /// The library's own words.
    case syntax(String)
    case engine(Engine, String)
    case format(Format, String)

    /// What went wrong and what to install where that helps.
    public var description: String {
      let hint = "; Debian and Ubuntu: apt install graphviz (registers the plugins: dot -c)"
      return switch self {
      case .noLibrary(let why):
        "Graphviz cannot be used: \(why); Debian and Ubuntu: apt install graphviz"
      case .syntax(let words): "Graphviz cannot read the graph: \(words)"
      case .engine(let engine, let words):
        "Graphviz cannot lay out with \(engine.rawValue): \(words)\(hint)"
      case .format(let format, let words):
        "Graphviz cannot write \(format.rawValue): \(words)\(hint)"
      }
    }
  }

  // libcgraph keeps global state; whoever calls it holds this.
  private static let lock = Monitor()

  /// Draws DOT text.
  ///
  /// - Parameters:
  ///   - dot: the graph; never put text of articles into it but through ``DOTText``.
  ///   - engine: how positions are found.
  ///   - format: what the picture is written as.
  /// - Returns: the picture's bytes.
  public static func render(
    dot: String, engine: Engine, format: Format
  ) throws(Failure) -> [UInt8] {
    let result: Result<[UInt8], Failure> = lock.locked {
      do throws(Failure) { return .success(try draw(dot, engine, format)) } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Whether words are measured as wide as readers will see them: false where the font for pictures,
  /// or one of its widths, is not installed, so that words may not fit their boxes.
  public static func measuresWidths() -> Bool {
    let word = "Minister of Ministries"
    let dot = """
      graph { node [shape=plain, margin=0, fontsize=100, fontname="\(Palette.graphvizFont)"]; "\(word)" }
      """
    guard let picture = try? render(dot: dot, engine: .dot, format: .svg) else { return true }
    let text = String(decoding: picture, as: UTF8.self)
    let mark = "<svg width=\""
    guard let start = text.firstRange(of: mark)?.upperBound,
      let width = Int(text[start...].prefix { $0.isNumber })
    else { return true }
    // The word takes 9.13 times the font's size, and 8 points lie around it.
    return abs(width - 921) <= 25
  }

  private static func draw(
    _ dot: String, _ engine: Engine, _ format: Format
  ) throws(Failure) -> [UInt8] {
    if let why = eg_gv_load() { throw .noLibrary(String(cString: why)) }
    guard let context = eg_gv_context() else { throw .noLibrary("it cannot be started") }
    eg_gv_clear_messages()
    guard let graph = eg_gv_read(dot) else { throw .syntax(messages) }
    let code = eg_gv_layout(context, graph, engine.rawValue)
    defer { eg_gv_close(context, graph, code == 0) }
    if code != 0 { throw .engine(engine, messages) }
    var data: UnsafeMutablePointer<CChar>?
    var length: UInt64 = 0
    let rendered = eg_gv_render(context, graph, format.rawValue, &data, &length)
    guard rendered == 0, let data else { throw .format(format, messages) }
    defer { eg_gv_free_data(data) }
    return Array(UnsafeRawBufferPointer(start: data, count: Int(length)))
  }

  /// The library's complaints on one line.
  private static var messages: String {
    guard let text = eg_gv_messages() else { return "" }
    return String(cString: text).split(separator: "\n").joined(separator: "; ")
  }
}
