/// A drawing in DOT, made to be laid out.
///
/// The words on a line are a small node of their own in the middle of it, as in a concept map: so
/// the layout keeps them off everything else, which no engine but `dot` does for edge labels.
struct DrawingDOT {
  /// What a layout is for.
  enum Pass {
    /// Everything at once: `dot`, drawings without words, and DOT files.
    case whole
    /// The actors alone, with room for words between them.
    case actors
    /// Everything, at its place.
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
    let pairs = Set(drawing.lines.filter { !$0.isCooccurrence }.map { [$0.source, $0.target] })
    for line in drawing.lines where line.isCooccurrence { out += edge(line, false) }
    for line in drawing.lines where !line.isCooccurrence {
      out += edge(line, pairs.contains([line.target, line.source]))
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
      // How far apart neighbours are, as a multiple of their size.
      if isPlaced { graph.append("overlap_scaling=\"-1.3\"") }
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

  private func edge(_ line: Drawing.Line, _ isPaired: Bool) -> String {
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
    if drawing.lines.count > DrawingDOT.mostWords {
      let arrow = line.isSymmetric ? ", dir=none" : ""
      return "  \(source) -> \(target) [id=\(DOTText.quoted(line.id)), penwidth=\"\(width)\""
        + "\(style)\(arrow)\(isDot ? "" : ", len=\"1.7\"")];\n"
    }
    let words = DOTText.quoted("w" + line.id)
    let length = isDot ? "" : ", len=\"0.85\""
    let last = line.isSymmetric ? ", dir=none" : ""
    return "  \(words) [id=\(words), label=\(DOTText.quoted(line.words.joined(separator: "\n"))), "
      + "shape=plain, fontsize=9, fontcolor=\"#3d3d3d\", margin=\"0.02,0.01\""
      + "\(place(words: line, isPaired))];\n"
      + "  \(source) -> \(words) [id=\(DOTText.quoted(line.id + "-a")), dir=none, "
      + "penwidth=\"\(width)\"\(style)\(length)];\n"
      + "  \(words) -> \(target) [id=\(DOTText.quoted(line.id + "-b")), "
      + "penwidth=\"\(width)\"\(style)\(length)\(last)];\n"
  }

  static func width(_ line: Drawing.Line) -> String {
    line.weight > 0.66 ? "2.2" : line.weight > 0.3 ? "1.6" : "1.1"
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
    let letters = Double(line.words.map(\.count).max() ?? 0)
    let words = letters * 2.7 + Double(line.words.count) * 6.5
    return (half(drawing.actors[line.source]) + half(drawing.actors[line.target]) + words + 28) / 72
  }

  private func place(actor index: Int) -> String {
    guard case .placed(let arrangement) = pass else { return "" }
    return attribute(arrangement.places[index])
  }

  private func place(words line: Drawing.Line, _ isPaired: Bool) -> String {
    guard case .placed(let arrangement) = pass else { return "" }
    return attribute(arrangement.words(of: line, isPaired: isPaired))
  }

  private func attribute(_ place: DrawingArrangement.Point) -> String {
    ", pos=\"\(Box.number(place.x)),\(Box.number(-place.y))\""
  }
}
