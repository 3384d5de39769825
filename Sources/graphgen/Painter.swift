import EntityGraph

/// Turns a drawing or an explorer into a file, with every layout in a child process.
struct Painter {
  /// Processor time that a layout may take.
  let seconds: Int

  /// Most pixels along a side of a PNG; the renderer takes no more than 32,767.
  private static let longestSide = 16_000.0

  /// The picture as a file.
  func paint(
    _ drawing: Drawing, _ format: Graphviz.Format, engine: Graphviz.Engine?
  ) throws -> [UInt8] {
    try attempt(engine ?? drawing.suggestedEngine) { engine throws(ChildProcess.Fault) in
      guard let picture = try drawing.picture(engine: engine, layout: layout) else { return nil }
      return format == .svg ? picture.svg : try convert(drawing, picture, format, engine)
    }
  }

  /// The page to explore a graph in: the picture's layout, and one of all actors.
  func page(_ explorer: Explorer, engine: Graphviz.Engine?) throws -> [UInt8] {
    var all: [UInt8]?
    do throws(ChildProcess.Fault) {
      all = try layout(explorer.dotOfAll, Explorer.engineOfAll)
    } catch {
      Console.note("layout of all actors \(error); they are spread evenly instead")
    }
    return try attempt(engine ?? explorer.drawing.suggestedEngine) {
      engine throws(ChildProcess.Fault) in
      try explorer.page(engine: engine, all: all, layout: layout)
    }
  }

  /// Makes a file with an engine, else with cheaper ones, and says so.
  private func attempt(
    _ first: Graphviz.Engine,
    _ make: (Graphviz.Engine) throws(ChildProcess.Fault) -> [UInt8]?
  ) throws -> [UInt8] {
    var tried: [Graphviz.Engine] = []
    for engine in [first, .neato, .sfdp, .twopi] where !tried.contains(engine) {
      tried.append(engine)
      do throws(ChildProcess.Fault) {
        guard let file = try make(engine) else { throw .refused("unexpected layout") }
        if tried.count > 1 { Console.note("drawn with \(engine.rawValue) instead") }
        return file
      } catch {
        if case .unwritable(let words) = error { throw Failure(code: 1, message: words) }
        Console.note("layout with \(engine.rawValue) \(error)")
      }
    }
    throw Failure(code: 1, message: "no layout engine could draw this")
  }

  private func layout(
    _ dot: String, _ engine: Graphviz.Engine
  ) throws(ChildProcess.Fault) -> [UInt8] {
    let child = ChildProcess.layout(engine: engine, format: .svg, seconds: seconds)
    return try child.run(Array(dot.utf8))
  }

  /// Renders the SVG with librsvg; without it the picture is Graphviz's own, which has no legend.
  private func convert(
    _ drawing: Drawing, _ picture: Drawing.Picture, _ format: Graphviz.Format,
    _ engine: Graphviz.Engine
  ) throws(ChildProcess.Fault) -> [UInt8] {
    let side = max(picture.width, picture.height, 1)
    // Twice the SVG's size: 192 dots an inch.
    let zoom = format == .png ? min(2, Painter.longestSide / side) : 1
    let child = ChildProcess(
      program: "rsvg-convert", arguments: ["--format", format.rawValue, "--zoom", "\(zoom)"],
      seconds: seconds)
    do throws(ChildProcess.Fault) { return try child.run(picture.svg) } catch {
      guard case .notStarted = error else { throw error }
      Console.note(
        "rsvg-convert is not installed: this \(format.rawValue) is plain, without legend; "
          + "Debian and Ubuntu: apt install librsvg2-bin")
    }
    let plain = ChildProcess.layout(engine: engine, format: format, seconds: seconds)
    return try plain.run(Array(drawing.dot(for: engine).utf8))
  }
}
