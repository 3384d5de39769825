/// Colours and sizes of drawings: Okabe and Ito's colours for the colour-blind, thinned to tints,
/// with shapes that tell the kinds apart in grey as well.
struct Palette {
  struct Ink: Sendable {
    var fill: String
    var stroke: String
  }

  /// What an actor of a kind looks like on white paper.
  static func ink(_ kind: EntityKind) -> Ink {
    switch kind {
    case .person: Ink(fill: "#fdebd0", stroke: "#b35c00")
    case .organization: Ink(fill: "#dbe9f6", stroke: "#00558c")
    case .place: Ink(fill: "#dcf1e7", stroke: "#00704f")
    }
  }

  /// The same on black.
  static func darkInk(_ kind: EntityKind) -> Ink {
    switch kind {
    case .person: Ink(fill: "#4a2f10", stroke: "#f0a04b")
    case .organization: Ink(fill: "#10324a", stroke: "#6db6e8")
    case .place: Ink(fill: "#0f3d2e", stroke: "#55c79c")
    }
  }

  /// Graphviz's shape of an actor; several in one box are in a box.
  static func shape(_ actor: Drawing.Actor) -> String {
    switch actor.kind {
    case .person: "shape=box, style=\"rounded,filled\""
    case .organization: "shape=box, style=filled"
    case .place:
      actor.members.isEmpty ? "shape=hexagon, style=filled" : "shape=octagon, style=filled"
    }
  }

  /// Tints of communities, in turn.
  static let tints = ["#8888cc", "#cc8866", "#66aa88", "#bb77aa", "#999955", "#5599bb"]

  /// Fonts that measure alike: Graphviz measures with Liberation Sans where it is installed.
  static let family = "'Liberation Sans', Arial, Helvetica, sans-serif"
  static let graphvizFont = "Liberation Sans"
}
