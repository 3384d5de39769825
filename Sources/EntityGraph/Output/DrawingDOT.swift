/// A drawing in DOT, made to be laid out.
///
/// The words on a line are a small node of their own in the middle of it, as in a concept map: so
/// the layout keeps them off everything else, which no engine but `dot` does for edge labels.
struct DrawingDOT {
  let drawing: Drawing
  let engine: Graphviz.Engine
  /// Whether the picture is final and needs its heading and caption in it.
  let isFinal: Bool

  /// Where there are more lines than a page has room for words, tooltips alone have them.
  static let mostWords = 150

  private var isDot: Bool { engine == .dot }

  /// The DOT text.
  func text() -> String {
    var out = "digraph \"actors\" {\n"
    out += graphAttributes()
    for actor in drawing.actors { out += node(actor) }
    for line in drawing.lines where line.isCooccurrence { out += edge(line) }
    for line in drawing.lines where !line.isCooccurrence { out += edge(line) }
    return out + "}\n"
  }

  private func graphAttributes() -> String {
    let curved = drawing.lines.count <= 250
    var graph = [
      "charset=\"UTF-8\"", "outputorder=edgesfirst", "bgcolor=white", "pad=\"0.2\"",
      "fontname=\"\(Palette.graphvizFont)\"", "dpi=\"\(isFinal ? 144 : 72)\"",
    ]
    if isDot {
      graph += ["rankdir=LR", "nodesep=\"0.15\"", "ranksep=\"0.35\""]
    } else {
      graph += [
        "overlap=prism", "sep=\"+7\"", "esep=\"+3\"", "splines=\(curved ? "true" : "line")",
      ]
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

  private func node(_ actor: Drawing.Actor) -> String {
    let ink = Palette.ink(actor.kind)
    let size = DrawingDOT.fontSize(actor)
    // Names are bold in the SVG, which is a little wider than what Graphviz measures.
    let wide = Box.number(0.06 + Double(size) * 0.009)
    let margin = actor.kind == .place ? "margin=\"0,0\"" : "margin=\"\(wide),0.06\""
    let label = (actor.name + actor.role).joined(separator: "\n")
    return "  \(DOTText.quoted(actor.id)) [id=\(DOTText.quoted(actor.id)), "
      + "label=\(DOTText.quoted(label)), \(Palette.shape(actor.kind)), "
      + "fillcolor=\"\(ink.fill)\", color=\"\(ink.stroke)\", "
      + "fontsize=\"\(size)\", \(margin), "
      + "penwidth=\"\(actor.size > 0.6 ? "2" : "1.2")\"];\n"
  }

  /// Points: 10 to 17 by prominence.
  static func fontSize(_ actor: Drawing.Actor) -> Int { 10 + Int((actor.size * 7).rounded()) }

  private func edge(_ line: Drawing.Line) -> String {
    let source = DOTText.quoted(drawing.actors[line.source].id)
    let target = DOTText.quoted(drawing.actors[line.target].id)
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
      + "shape=plain, fontsize=9, fontcolor=\"#3d3d3d\", margin=\"0.02,0.01\"];\n"
      + "  \(source) -> \(words) [id=\(DOTText.quoted(line.id + "-a")), dir=none, "
      + "penwidth=\"\(width)\"\(style)\(length)];\n"
      + "  \(words) -> \(target) [id=\(DOTText.quoted(line.id + "-b")), "
      + "penwidth=\"\(width)\"\(style)\(length)\(last)];\n"
  }

  static func width(_ line: Drawing.Line) -> String {
    line.weight > 0.66 ? "2.2" : line.weight > 0.3 ? "1.6" : "1.1"
  }
}
