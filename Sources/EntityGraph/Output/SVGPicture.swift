/// Writes a drawing as SVG: Graphviz's geometry, our own markup.
///
/// Every actor and line is a group with a stable id and a title that browsers show as a tooltip and
/// screen readers read. There is no script; pointing at an actor dims what is not linked to it by
/// CSS alone, so the file passes a newsroom's content system.
struct SVGPicture {
  private let drawing: Drawing
  private let geometry: SVGGeometry
  private var out = XMLText()
  let width: Double
  var height: Double { top + geometry.height + bottom }
  private let left: Double
  private let top = 58.0
  private let bottom: Double
  private let footer: [String]

  /// Above this, one style rule for each actor would outweigh the picture.
  private static let mostHovered = 300
  private static let legendHeight = 26.0
  private static let lineHeight = 14.0

  init(_ drawing: Drawing, _ geometry: SVGGeometry) {
    self.drawing = drawing
    self.geometry = geometry
    width = max(geometry.width, 720)
    left = (width - geometry.width) / 2
    let letters = Int(width / 5.4)
    footer =
      TextWrap.lines(SVGPicture.key(drawing), width: letters, most: 2)
      + TextWrap.lines(drawing.caption, width: letters, most: 3)
      + TextWrap.lines(drawing.source, width: letters, most: 3)
    bottom =
      SVGPicture.legendHeight + Double(footer.count) * SVGPicture.lineHeight + 18
  }

  /// The whole file.
  mutating func text() -> String {
    out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" ")
    out.raw("aria-labelledby=\"gg-title gg-desc\" class=\"graphgen\" ")
    out.raw("width=\"\(number(width))\" height=\"\(number(height))\" ")
    out.raw("viewBox=\"0 0 \(number(width)) \(number(height))\">\n")
    out.raw("<title id=\"gg-title\">")
    out.text(drawing.title)
    out.raw("</title>\n<desc id=\"gg-desc\">")
    out.text(drawing.caption + " " + drawing.source)
    out.raw("</desc>\n<style>\n\(SVGStyle.css(drawing, hovers: hovers))</style>\n")
    out.raw("<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n")
    out.raw("<text class=\"heading\" x=\"16\" y=\"32\">")
    out.text(TextWrap.lines(drawing.title, width: Int(width / 10.5), most: 1).first ?? "")
    out.raw("</text>\n")
    let shift = (left + geometry.shift.x, top - 10 + geometry.shift.y)
    out.raw("<g transform=\"translate(\(number(shift.0)) \(number(shift.1)))\">\n")
    writeCommunities()
    for line in drawing.lines where line.isCooccurrence { write(line) }
    for line in drawing.lines where !line.isCooccurrence { write(line) }
    // No line leads over words.
    for line in drawing.lines where !line.isCooccurrence { writeWords(line) }
    for (index, actor) in drawing.actors.enumerated() { write(actor, index) }
    out.raw("</g>\n")
    writeLegend(at: top + geometry.height + 6)
    for (index, line) in footer.enumerated() {
      let y =
        top + geometry.height + SVGPicture.legendHeight + 16
        + Double(index) * SVGPicture.lineHeight
      out.raw("<text class=\"caption\" x=\"16\" y=\"\(number(y))\">")
      out.text(line)
      out.raw("</text>\n")
    }
    out.raw("</svg>\n")
    return out.string
  }

  private var hovers: Bool { drawing.actors.count <= SVGPicture.mostHovered }

  // MARK: Parts

  private mutating func write(_ line: Drawing.Line) {
    let kind = line.isCooccurrence ? "beside" : "stated"
    let state = line.isNegated ? " negated" : line.isDoubtful ? " doubtful" : ""
    let near = hovers ? " x\(line.source) x\(line.target)" : ""
    out.raw("<g class=\"line \(kind)\(state)\(near)\" id=\"")
    out.text(line.id)
    out.raw("\"><title>")
    out.text(line.tooltip)
    out.raw("</title>")
    if line.isCooccurrence {
      writeShapes(line.id, "")
    } else {
      let width = " style=\"stroke-width:\(DrawingDOT.width(line))\""
      writeShapes(line.id, width)
      writeShapes(line.id + "-a", width)
      writeShapes(line.id + "-b", width)
    }
    out.raw("</g>\n")
  }

  /// The words of a line; pointing at them points at the line below them.
  private mutating func writeWords(_ line: Drawing.Line) {
    guard let places = geometry.elements["w" + line.id]?.texts, !places.isEmpty else { return }
    out.raw("<g class=\"line label\(hovers ? " x\(line.source) x\(line.target)" : "")\">")
    writeTexts(places, drawing.label(line, geometry).map { ($0, "words") })
    out.raw("</g>\n")
  }

  private mutating func write(_ actor: Drawing.Actor, _ index: Int) {
    var near = hovers ? " x\(index)" : ""
    if hovers {
      var neighbours: Set<Int> = []
      for line in drawing.lines {
        if line.source == index { neighbours.insert(line.target) }
        if line.target == index { neighbours.insert(line.source) }
      }
      for neighbour in neighbours.sorted() { near += " x\(neighbour)" }
    }
    open("actor \(actor.kind.word)\(near)", actor.id, actor.members.isEmpty ? actor.tooltip : nil)
    writeShapes(actor.id, actor.size > 0.6 ? " style=\"stroke-width:2\"" : "")
    let places = geometry.elements[actor.id]?.texts ?? []
    for (place, member) in zip(places, actor.members) {
      open("member", member.id, member.tooltip)
      writeTexts([place], [(member.name, "name")])
      out.raw("</g>")
    }
    if actor.members.isEmpty {
      writeTexts(places, actor.name.map { ($0, "name") } + actor.role.map { ($0, "role") })
    }
    out.raw("</g>\n")
  }

  /// Opens the group of an actor, which the keyboard reaches if it has something to say.
  private mutating func open(_ style: String, _ id: String, _ tooltip: String?) {
    out.raw("<g class=\"\(style)\"\(tooltip == nil ? "" : " tabindex=\"0\"") id=\"")
    out.text(id)
    out.raw("\">")
    guard let tooltip else { return }
    out.raw("<title>")
    out.text(tooltip)
    out.raw("</title>")
  }

  private mutating func writeShapes(_ id: String, _ style: String) {
    for shape in geometry.elements[id]?.shapes ?? [] {
      switch shape.form {
      case .polygon: out.raw("<polygon points=\"\(shape.numbers)\"\(style)/>")
      case .polyline: out.raw("<polyline points=\"\(shape.numbers)\"\(style)/>")
      case .path: out.raw("<path d=\"\(shape.numbers)\"\(style)/>")
      case .ellipse:
        let numbers = shape.numbers.split(separator: " ")
        if numbers.count != 4 { continue }
        out.raw("<ellipse cx=\"\(numbers[0])\" cy=\"\(numbers[1])\" ")
        out.raw("rx=\"\(numbers[2])\" ry=\"\(numbers[3])\"\(style)/>")
      }
    }
  }

  /// Puts our lines of text where Graphviz put them.
  private mutating func writeTexts(
    _ places: [(x: String, y: String, size: String)], _ lines: [(text: String, style: String)]
  ) {
    for (place, line) in zip(places, lines) {
      let size = (Double(place.size) ?? 10) * (line.style == "role" ? 0.8 : 1)
      out.raw("<text class=\"\(line.style)\" x=\"\(place.x)\" y=\"\(place.y)\" ")
      out.raw("font-size=\"\(number(size))\">")
      out.text(line.text)
      out.raw("</text>")
    }
  }

  /// Communities as quiet bands behind their members and the lines among them.
  private mutating func writeCommunities() {
    var bands = [String](repeating: "", count: drawing.communities)
    for actor in drawing.actors where actor.community >= 0 {
      guard let shape = geometry.elements[actor.id]?.shapes.first, let box = Box(around: shape)
      else { continue }
      bands[actor.community] +=
        "<rect x=\"\(number(box.x - 9))\" y=\"\(number(box.y - 9))\" rx=\"14\" "
        + "width=\"\(number(box.width + 18))\" height=\"\(number(box.height + 18))\"/>"
    }
    for line in drawing.lines {
      let community = drawing.actors[line.source].community
      if community < 0 || drawing.actors[line.target].community != community { continue }
      for id in [line.id, line.id + "-a", line.id + "-b"] {
        for shape in geometry.elements[id]?.shapes ?? [] where shape.form == .path {
          bands[community] += "<path d=\"\(shape.numbers)\"/>"
        }
      }
    }
    for (community, band) in bands.enumerated() where !band.isEmpty {
      out.raw("<g class=\"group g\(community % Palette.tints.count)\">\(band)</g>\n")
    }
  }

  private mutating func writeLegend(at y: Double) {
    out.raw("<g class=\"legend\" transform=\"translate(16 \(number(y)))\">\n")
    var x = 0.0
    let kinds = EntityKind.allCases.filter { kind in drawing.actors.contains { $0.kind == kind } }
    for kind in kinds {
      out.raw("<g class=\"actor \(kind.word)\">")
      switch kind {
      case .person:
        out.raw("<rect x=\"\(number(x))\" y=\"2\" width=\"22\" height=\"12\" rx=\"6\"/>")
      case .organization: out.raw("<rect x=\"\(number(x))\" y=\"2\" width=\"22\" height=\"12\"/>")
      case .place:
        let points = [(0, 8), (5, 2), (17, 2), (22, 8), (17, 14), (5, 14)]
          .map { "\(number(x + $0.0)),\($0.1)" }.joined(separator: " ")
        out.raw("<polygon points=\"\(points)\"/>")
      }
      out.raw("</g>")
      legendText(kind.word, &x)
    }
    let samples: [(Bool, String, String)] = [
      (drawing.lines.contains { !$0.isCooccurrence }, "stated", "stated"),
      (drawing.lines.contains { $0.isDoubtful }, "stated doubtful", "reported or possible"),
      (drawing.lines.contains { $0.isNegated }, "stated negated", "denied"),
      (
        drawing.lines.contains { $0.isCooccurrence }, "beside",
        drawing.showsChance ? "named together" : "named together more than by chance"
      ),
    ]
    for (isThere, style, words) in samples where isThere {
      out.raw("<g class=\"line \(style)\"><path d=\"M\(number(x)),8L\(number(x + 22)),8\"/></g>")
      legendText(words, &x)
    }
    out.raw("</g>\n")
  }

  /// What sizes and tints mean, as far as the drawing has them.
  private static func key(_ drawing: Drawing) -> String {
    var parts: [String] = []
    if drawing.actors.contains(where: { $0.size < 0.6 }) { parts.append("Larger: more central.") }
    if Set(drawing.lines.filter { !$0.isCooccurrence }.map(DrawingDOT.width)).count > 1 {
      parts.append("Thicker: stated more often.")
    }
    if drawing.communities > 0 { parts.append("Tinted: closely linked with each other.") }
    return parts.joined(separator: " ")
  }

  private mutating func legendText(_ words: String, _ x: inout Double) {
    out.raw("<text x=\"\(number(x + 27))\" y=\"12\">")
    out.text(words)
    out.raw("</text>\n")
    x += 27 + Double(words.count) * 5.6 + 18
  }

  private func number(_ value: Double) -> String { Box.number(value) }
}
