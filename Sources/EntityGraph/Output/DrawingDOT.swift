/// A drawing in DOT, made to be laid out.
///
/// Where a layout is made in one go (`dot`, DOT files), the words on a line are a small node of their
/// own in the middle of it, as in a concept map. Elsewhere ``LabelPlacer`` finds a place for them when
/// the lines are laid.
struct DrawingDOT {
  /// What a layout is for.
  enum Pass {
    /// Everything at once: `dot`, drawings without words, and DOT files.
    case whole
    /// The actors alone, with room for words between them.
    case actors
    /// Actors and lines, at the places of the first layout.
    case placed(DrawingArrangement)
  }

  let drawing: Drawing
  let engine: Graphviz.Engine
  var pass = Pass.whole
  /// Whether the picture is final and needs its heading and caption in it.
  var isFinal = false

  /// Where there are more lines than a page has room for words, tooltips alone have them.
  static let mostWords = 150

  private var isDot: Bool { engine == .dot }
  private var isPlaced: Bool { if case .placed = pass { true } else { false } }
  private var isActors: Bool { if case .actors = pass { true } else { false } }

  /// The DOT text.
  func text() -> String {
    var out = "digraph \"actors\" {\n" + graphAttributes()
    for (index, actor) in drawing.actors.enumerated() { out += node(actor, index) }
    for line in drawing.lines where line.isCooccurrence { out += edge(line) }
    for line in drawing.lines where !line.isCooccurrence {
      // Only a finished layout tells which way an arrow before words must show.
      for part in isFinal ? line.directions : [line] { out += edge(part) }
    }
    return out + "}\n"
  }

  private func graphAttributes() -> String {
    var graph = [
      "charset=\"UTF-8\"", "outputorder=edgesfirst", "bgcolor=white", "pad=\"0.2\"",
      "fontname=\"\(Palette.graphvizFont)\"", "dpi=\"\(isFinal ? 144 : 72)\"",
    ]
    if isDot {
      graph += ["rankdir=LR", "nodesep=\"0.15\"", "ranksep=\"0.35\""]
    } else {
      let isCurved = drawing.lines.count <= 250
      let splines = isActors ? "none" : isCurved ? "true" : "line"
      let isLarge = drawing.actors.count > Drawing.mostMovedByGraphviz
      let overlap = isLarge && (isActors || isPlaced) ? "true" : "prism"
      graph += ["overlap=\(overlap)", "esep=\"+4\"", "splines=\(splines)"]
      // Graphviz would scale and shrink the places to what the boxes alone need.
      if isPlaced || isActors { graph += ["overlap_scaling=\"0\"", "overlap_shrink=false"] }
      graph.append(isPlaced ? "sep=\"+6\"" : "sep=\"+7\"")
      if isActors { graph.append("pack=16") }
      if engine == .sfdp { graph += ["K=\"0.9\"", "repulsiveforce=\"1.4\""] }
      if engine == .neato { graph += ["mode=major", "start=\"7\""] }
    }
    if isFinal {
      let lines =
        [drawing.title] + TextWrap.lines(drawing.source, width: 110, most: 3)
        + TextWrap.lines(drawing.caption, width: 110, most: 3)
      graph.append(
        "labelloc=b, fontsize=11, label=\(DOTText.quoted(lines.joined(separator: "\n")))")
    }
    return """
        graph [\(graph.joined(separator: ", "))];
        node [fontname="\(Palette.graphvizFont)", fontcolor="#1c1c1c", margin="0.14,0.06", \
      height="0.2", width="0.3"];
        edge [fontname="\(Palette.graphvizFont)", color="#5a5a5a", arrowsize="0.7"];

      """
  }

  private func node(_ actor: Drawing.Actor, _ index: Int) -> String {
    let ink = Palette.ink(actor.kind)
    let size = DrawingDOT.fontSize(actor)
    // Names are bold in the SVG, which is a little wider than what Graphviz measures.
    let wide = Box.number(0.06 + Double(size) * 0.009)
    let margin = actor.kind == .place ? "margin=\"0,0\"" : "margin=\"\(wide),0.06\""
    let label = (actor.name + actor.role).joined(separator: "\n")
    return "  \(DOTText.quoted(actor.id)) [id=\(DOTText.quoted(actor.id)), "
      + "label=\(DOTText.quoted(label)), \(Palette.shape(actor)), "
      + "fillcolor=\"\(ink.fill)\", color=\"\(ink.stroke)\", "
      + "fontsize=\"\(size)\", \(margin), "
      + "penwidth=\"\(actor.size > 0.6 ? "2" : "1.2")\"\(place(actor: index))];\n"
  }

  /// Points: 10 to 17 by prominence.
  static func fontSize(_ actor: Drawing.Actor) -> Int { 10 + Int((actor.size * 7).rounded()) }

  private func edge(_ line: Drawing.Line) -> String {
    let source = DOTText.quoted(drawing.actors[line.source].id)
    let target = DOTText.quoted(drawing.actors[line.target].id)
    if isActors { return "  \(source) -> \(target) [len=\"\(Box.number(length(line)))\"];\n" }
    if line.isCooccurrence {
      let constraint = isDot ? ", constraint=false" : ", len=\"2.2\", weight=\"0.5\""
      return "  \(source) -> \(target) [id=\(DOTText.quoted(line.id)), dir=none, "
        + "color=\"#c9c9c9\", penwidth=\"0.8\"\(constraint)];\n"
    }
    let style = line.isNegated ? ", style=dotted" : line.isDoubtful ? ", style=dashed" : ""
    let width = DrawingDOT.width(line)
    let label = line.words + line.back
    if isPlaced || drawing.lines.count > DrawingDOT.mostWords || label.isEmpty {
      let arrow = line.isSymmetric ? ", dir=none" : line.isMutual ? ", dir=both" : ""
      return "  \(source) -> \(target) [id=\(DOTText.quoted(line.id)), penwidth=\"\(width)\""
        + "\(style)\(arrow)\(isDot ? "" : ", len=\"1.7\"")];\n"
    }
    let words = DOTText.quoted("w" + line.id)
    let length = isDot ? "" : ", len=\"0.85\""
    let first = line.isMutual ? ", dir=back" : ", dir=none"
    let last = line.isSymmetric ? ", dir=none" : ""
    return "  \(words) [id=\(words), label=\(DOTText.quoted(label.joined(separator: "\n"))), "
      + "shape=plain, fontsize=9, fontcolor=\"#3d3d3d\", margin=\"0.02,0.01\"];\n"
      + "  \(source) -> \(words) [id=\(DOTText.quoted(line.id + "-a")), "
      + "penwidth=\"\(width)\"\(style)\(length)\(first)];\n"
      + "  \(words) -> \(target) [id=\(DOTText.quoted(line.id + "-b")), "
      + "penwidth=\"\(width)\"\(style)\(length)\(last)];\n"
  }

  static func width(_ line: Drawing.Line) -> String {
    line.weight > 0.66 ? "2" : line.weight > 0.3 ? "1.5" : "1"
  }

  // MARK: Places

  /// Inches between the middles of two actors that leave room for the words on their line.
  private func length(_ line: Drawing.Line) -> Double {
    if line.isCooccurrence { return 1.7 }
    func half(_ actor: Drawing.Actor) -> Double {
      let size = Double(DrawingDOT.fontSize(actor))
      let letters = (actor.name + actor.role).map(\.count).max() ?? 0
      let height = Double(actor.name.count + actor.role.count) * size * 1.2 + 10
      return min(Double(letters) * size * 0.55 + 24, 2.2 * height) / 4
    }
    let label = line.words + line.back
    let words = Double(label.map(\.count).max() ?? 0) * 2.7 + Double(label.count) * 6.5
    return (half(drawing.actors[line.source]) + half(drawing.actors[line.target]) + words + 28) / 72
  }

  private func place(actor index: Int) -> String {
    guard case .placed(let arrangement) = pass else { return "" }
    let place = arrangement.places[index]
    return ", pos=\"\(Box.number(place.x)),\(Box.number(-place.y))\""
  }
}

extension Drawing.Line {
  /// A line for each direction that something is stated in.
  fileprivate var directions: [Drawing.Line] {
    if !isMutual { return [self] }
    var (forth, back) = (self, self)
    forth.isMutual = false
    forth.back = []
    back.isMutual = false
    back.id += "-r"
    (back.source, back.target, back.words, back.back) = (target, source, self.back, [])
    return [forth, back]
  }
}
