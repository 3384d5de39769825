extension Drawing {
  /// A finished picture.
  public struct Picture: Sendable {
    /// The SVG file.
    public var svg: [UInt8]
    /// Width in pixels (CSS), as the file says itself.
    public var width: Double
    /// Height in pixels.
    public var height: Double
  }

  /// An engine that fits the drawing's size: `neato` where stress is affordable, else `sfdp`.
  public var suggestedEngine: Graphviz.Engine {
    actors.count + lines.count <= 600 ? .neato : .sfdp
  }

  /// Up to so many boxes Graphviz can move apart in a few seconds.
  static let mostMovedByGraphviz = 1000

  /// Whether there is anything to draw.
  public var isEmpty: Bool { actors.isEmpty }

  /// The DOT text for other programs: with heading and caption, without positions.
  public func dot(for engine: Graphviz.Engine) -> String {
    DrawingDOT(drawing: self, engine: engine, isFinal: true).text()
  }

  /// Makes the picture.
  ///
  /// - Parameters:
  ///   - engine: how positions are found.
  ///   - layout: gives the SVG that an engine makes of DOT text; called once to six times.
  /// - Returns: `nil` if `layout` gave something else.
  public func picture<Fault: Error>(
    engine: Graphviz.Engine, layout: (String, Graphviz.Engine) throws(Fault) -> [UInt8]
  ) throws(Fault) -> Picture? {
    guard let geometry = try geometry(engine: engine, layout: layout) else { return nil }
    var picture = SVGPicture(self, geometry)
    let svg = Array(picture.text().utf8)
    return Picture(svg: svg, width: picture.width, height: picture.height)
  }

  /// Where everything stands; see ``picture(engine:layout:)``.
  func geometry<Fault: Error>(
    engine: Graphviz.Engine, layout: (String, Graphviz.Engine) throws(Fault) -> [UInt8]
  ) throws(Fault) -> SVGGeometry? {
    var dot = DrawingDOT(drawing: self, engine: engine)
    let isLarge = actors.count > Drawing.mostMovedByGraphviz
    if engine == .dot || !isLarge && lines.count > DrawingDOT.mostWords {
      return SVGGeometry(try layout(dot.text(), engine))
    }
    dot.pass = .actors
    guard let places = SVGGeometry(try layout(dot.text(), engine)) else { return nil }
    var room: [Int: Double] = [:]
    var best: (geometry: SVGGeometry, wordless: Int)?
    for _ in 0..<Drawing.mostAttempts {
      guard let arrangement = DrawingArrangement(self, places, room: room) else { return nil }
      dot.pass = .placed(arrangement)
      guard var geometry = SVGGeometry(try layout(dot.text(), .placed)) else { return nil }
      if lines.count > DrawingDOT.mostWords { return geometry }
      var placer = LabelPlacer(self, geometry)
      let wordless = placer.place(into: &geometry)
      if wordless.count < best?.wordless ?? .max { best = (geometry, wordless.count) }
      if wordless.isEmpty { break }
      for line in wordless { room[line, default: 0] += Drawing.moreRoom }
    }
    return best?.geometry
  }

  /// How often lines are laid anew with more room where words have found none.
  private static let mostAttempts = 5
  /// Points.
  private static let moreRoom = 30.0

  /// Draws as SVG in this process. Calls wait for each other, and nothing can interrupt them; the
  /// command-line tool uses a process of its own instead.
  public func render(engine: Graphviz.Engine? = nil) throws(Graphviz.Failure) -> [UInt8] {
    let picture = try picture(engine: engine ?? suggestedEngine) {
      (dot, engine) throws(Graphviz.Failure) in
      try Graphviz.render(dot: dot, engine: engine, format: .svg)
    }
    guard let picture else { throw .format(.svg, "unexpected layout") }
    return picture.svg
  }
}
