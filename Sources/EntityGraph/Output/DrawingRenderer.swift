extension Drawing {
  /// An engine that fits the drawing's size: `neato` where stress is affordable, else `sfdp`.
  public var suggestedEngine: Graphviz.Engine {
    actors.count + lines.count <= 600 ? .neato : .sfdp
  }

  /// Whether there is anything to draw.
  public var isEmpty: Bool { actors.isEmpty }

  /// The DOT text to be laid out.
  ///
  /// - Parameter isFinal: whether Graphviz's picture is the final one (PNG, PDF); an SVG is made
  ///   from its positions by ``svg(from:)``.
  public func dot(for engine: Graphviz.Engine, isFinal: Bool) -> String {
    DrawingDOT(drawing: self, engine: engine, isFinal: isFinal).text()
  }

  /// The SVG file, from the SVG that Graphviz made of ``dot(for:isFinal:)``; `nil` if it made none.
  public func svg(from layout: [UInt8]) -> [UInt8]? {
    guard let geometry = SVGGeometry(layout) else { return nil }
    var picture = SVGPicture(self, geometry)
    return Array(picture.text().utf8)
  }

  /// Draws in this process. Calls wait for each other, and nothing can interrupt them; the
  /// command-line tool uses a process of its own instead.
  public func render(
    as format: Graphviz.Format, engine: Graphviz.Engine? = nil
  ) throws(Graphviz.Failure) -> [UInt8] {
    let engine = engine ?? suggestedEngine
    let layout = try Graphviz.render(
      dot: dot(for: engine, isFinal: format != .svg), engine: engine, format: format)
    if format != .svg { return layout }
    guard let svg = svg(from: layout) else { throw .format(.svg, "unexpected layout") }
    return svg
  }
}
