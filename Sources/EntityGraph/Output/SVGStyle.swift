/// The style sheet of a picture. Plain values, no variables: editors and renderers know no more.
enum SVGStyle {
  static func css(_ drawing: Drawing, hovers: Bool) -> String {
    var css = """
      .graphgen { font-family: \(Palette.family); max-width: 100%; height: auto; }
      .paper { fill: #ffffff; }
      .heading { font-size: 20px; font-weight: bold; fill: #1c1c1c; }
      .caption, .legend text { font-size: 10.5px; fill: #5a5a5a; }
      .actor text, .words { text-anchor: middle; fill: #1c1c1c; }
      .actor .name { font-weight: 600; }
      .actor .role { fill: #4a4a4a; }
      .line path { fill: none; stroke: #5a5a5a; stroke-width: 1.1; }
      .line polygon { fill: #5a5a5a; stroke: #5a5a5a; }
      .line .words { fill: #333333; stroke: #ffffff; stroke-width: 4px; paint-order: stroke; \
      stroke-linejoin: round; }
      .label { pointer-events: none; }
      .doubtful path { stroke-dasharray: 5 3; }
      .negated path { stroke-dasharray: 1.5 3; }
      .beside path { stroke: #c4c4c4; stroke-width: 0.9; }
      .group { opacity: 0.13; }
      .group path { fill: none; stroke-width: 16; stroke-linecap: round; }

      """
    for kind in EntityKind.allCases {
      let ink = Palette.ink(kind)
      css +=
        ".\(kind.word) path, .\(kind.word) polygon, .\(kind.word) rect, .\(kind.word) ellipse "
        + "{ fill: \(ink.fill); stroke: \(ink.stroke); stroke-width: 1.2; }\n"
    }
    for (index, tint) in Palette.tints.enumerated() {
      css += ".g\(index) rect { fill: \(tint); } .g\(index) path { stroke: \(tint); }\n"
    }
    if hovers { css += hover(drawing) }
    return css + dark()
  }

  /// Pointing at an actor, or reaching it by keyboard, dims what is not linked to it.
  private static func hover(_ drawing: Drawing) -> String {
    var css = ".actor, .line, .group { transition: opacity 0.15s; }\n"
    // The bands of communities step back too.
    css += ".graphgen:has([tabindex]:is(:hover, :focus)) .group { opacity: 0.04; }\n"
    for (index, actor) in drawing.actors.enumerated() {
      css +=
        ".graphgen:has(#\(actor.id):hover) :is(.actor, .line):not(.x\(index), .legend *), "
        + ".graphgen:has(#\(actor.id):focus-within) :is(.actor, .line):not(.x\(index), .legend *) "
        + "{ opacity: 0.12; }\n"
    }
    return css
  }

  private static func dark() -> String {
    var css = """
      @media (prefers-color-scheme: dark) {
      .paper { fill: #14171a; }
      .heading, .actor text { fill: #f2f2f2; }
      .actor .role { fill: #cccccc; }
      .caption, .legend text { fill: #a8a8a8; }
      .line path { stroke: #a0a0a0; }
      .line polygon { fill: #a0a0a0; stroke: #a0a0a0; }
      .line .words { fill: #e0e0e0; stroke: #14171a; }
      .beside path { stroke: #4a4f55; }
      .group { opacity: 0.22; }

      """
    for kind in EntityKind.allCases {
      let ink = Palette.darkInk(kind)
      css +=
        ".\(kind.word) path, .\(kind.word) polygon, .\(kind.word) rect, .\(kind.word) ellipse "
        + "{ fill: \(ink.fill); stroke: \(ink.stroke); }\n"
    }
    return css + "}\n"
  }
}
