/// Finds a place for the words of each line of a drawing whose actors and lines are laid.
///
/// Words stand on their line, as near to its middle as can be, else beside it; never on a box, on
/// other words or off the page, and off other lines where possible. Short lines choose first, since
/// they have the fewest places.
struct LabelPlacer {
  private typealias Point = DrawingArrangement.Point

  private struct Track {
    var points: [Point] = []
    var around = Box(x: 0, y: 0, width: 0, height: 0)
    var length = 0.0
    var heads: [Box] = []
  }

  private let drawing: Drawing
  private let page: Box
  private var tracks: [Track] = []
  /// What no words may cover: boxes, and words that have their place.
  private var taken: [Box] = []
  private var labels: [[String]] = []

  private static let fontSize = 9.0
  private static let lineHeight = 10.8
  private static let shares = [
    0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8,
  ]

  init(_ drawing: Drawing, _ geometry: SVGGeometry) {
    self.drawing = drawing
    page = Box(
      x: -geometry.shift.x + 2, y: -geometry.shift.y + 2, width: geometry.width - 4,
      height: geometry.height - 4)
    for actor in drawing.actors {
      guard let shape = geometry.elements[actor.id]?.shapes.first, let box = Box(around: shape)
      else { continue }
      taken.append(
        Box(x: box.x - 2, y: box.y - 2, width: box.width + 4, height: box.height + 4))
    }
    for line in drawing.lines {
      tracks.append(LabelPlacer.track(geometry.elements[line.id]?.shapes ?? []))
      labels.append(drawing.label(line, geometry))
    }
  }

  /// Sets the places; returns the lines that have none for their words.
  mutating func place(into geometry: inout SVGGeometry) -> [Int] {
    var wordless: [Int] = []
    let order = tracks.indices.filter { !labels[$0].isEmpty && !tracks[$0].points.isEmpty }
      .sorted { (tracks[$0].length, $0) < (tracks[$1].length, $1) }
    for index in order {
      guard let box = best(index) else {
        wordless.append(index)
        continue
      }
      taken.append(box)
      let (x, y) = (box.x + box.width / 2, box.y + 8.2)
      geometry.setTexts(
        labels[index].indices.map { row in
          let line = y + Double(row) * LabelPlacer.lineHeight
          return (Box.number(x), Box.number(line), Box.number(LabelPlacer.fontSize))
        }, of: "w" + drawing.lines[index].id)
    }
    return wordless
  }

  // MARK: Candidates

  private func best(_ index: Int) -> Box? {
    let (width, height) = LabelPlacer.size(labels[index])
    var best: (box: Box, cost: Double)?
    for share in LabelPlacer.shares {
      guard let (at, way) = point(tracks[index], share) else { continue }
      // Across the line, half of the words' extent that way.
      let away = (abs(way.y) * width + abs(way.x) * height) / 2 + 2
      for side in [0.0, 1, -1] {
        let (x, y) = (at.x - way.y * side * away, at.y + way.x * side * away)
        let box = Box(x: x - width / 2, y: y - height / 2, width: width, height: height)
        let least = abs(share - 0.5) * 12 + (side == 0 ? 0 : 5)
        if least >= best?.cost ?? .infinity || !isFree(box) { continue }
        let cost = least + crossings(box, index, onLine: side == 0)
        if cost < best?.cost ?? .infinity { best = (box, cost) }
      }
    }
    return best?.box
  }

  /// What words take on the page; nothing for none.
  static func size(_ label: [String]) -> (width: Double, height: Double) {
    guard let widest = label.map(TextMeasure.width).max() else { return (0, 0) }
    return (widest * fontSize + 5, Double(label.count) * lineHeight + 1)
  }

  private func isFree(_ box: Box) -> Bool {
    box.x >= page.x && box.y >= page.y && box.x + box.width <= page.x + page.width
      && box.y + box.height <= page.y + page.height && !taken.contains { $0.overlaps(box) }
  }

  /// What it costs that words hide parts of lines and their arrows.
  private func crossings(_ box: Box, _ own: Int, onLine: Bool) -> Double {
    var cost = 0.0
    for (index, track) in tracks.enumerated() {
      if index == own && onLine || !track.around.overlaps(box) { continue }
      let isHit = zip(track.points, track.points.dropFirst()).contains {
        box.meets($0, $1)
      }
      if isHit { cost += drawing.lines[index].isCooccurrence ? 3 : 8 }
    }
    for track in tracks where track.heads.contains(where: { $0.overlaps(box) }) { cost += 10 }
    return cost
  }

  // MARK: Geometry

  /// The curve of a line as short straight parts, eight for each piece of it.
  private static func track(_ shapes: [SVGGeometry.Shape]) -> Track {
    var track = Track()
    for shape in shapes {
      if shape.form != .path {
        if let head = Box(around: shape) { track.heads.append(head) }
        continue
      }
      let values = shape.values
      let given = stride(from: 0, to: values.count - 1, by: 2).map {
        Point(x: values[$0], y: values[$0 + 1])
      }
      guard let first = given.first else { continue }
      track.points = [first]
      for at in stride(from: 0, to: given.count - 3, by: 3) {
        let (a, b, c, d) = (given[at], given[at + 1], given[at + 2], given[at + 3])
        for step in 1...8 {
          let t = Double(step) / 8
          let u = 1 - t
          let (p, q, r, s) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
          track.points.append(
            Point(
              x: p * a.x + q * b.x + r * c.x + s * d.x, y: p * a.y + q * b.y + r * c.y + s * d.y))
        }
      }
      if let box = Box(around: shape) { track.around = box }
    }
    for (a, b) in zip(track.points, track.points.dropFirst()) { track.length += distance(a, b) }
    // A straight line has no extent in one direction, and would overlap nothing.
    track.around.width += 0.1
    track.around.height += 0.1
    return track
  }

  private static func distance(_ a: Point, _ b: Point) -> Double {
    ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
  }

  /// The point at a share of a line's length, and the direction there, of length 1.
  private func point(_ track: Track, _ share: Double) -> (Point, Point)? {
    var left = track.length * share
    for (a, b) in zip(track.points, track.points.dropFirst()) {
      let length = LabelPlacer.distance(a, b)
      if length > 0, left <= length {
        let way = Point(x: (b.x - a.x) / length, y: (b.y - a.y) / length)
        return (Point(x: a.x + way.x * left, y: a.y + way.y * left), way)
      }
      left -= length
    }
    return nil
  }
}

extension Drawing {
  /// The words on a line; where something leads back, with arrows as the line lies on the page.
  func label(_ line: Line, _ geometry: SVGGeometry) -> [String] {
    if !line.isMutual { return line.words + line.back }
    func middle(_ actor: Int) -> (x: Double, y: Double)? {
      geometry.elements[actors[actor].id]?.shapes.first.flatMap(Box.init(around:))
        .map { ($0.x + $0.width / 2, $0.y + $0.height / 2) }
    }
    guard let from = middle(line.source), let to = middle(line.target) else {
      return line.words + line.back
    }
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let isLevel = abs(dx) >= abs(dy)
    let (forth, back) = isLevel ? ("→", "←") : ("↓", "↑")
    let isTurned = isLevel ? dx < 0 : dy < 0
    func marked(_ words: [String], _ arrow: String) -> [String] {
      words.enumerated().map { $0.offset == 0 ? "\(arrow) \($0.element)" : $0.element }
    }
    return marked(line.words, isTurned ? back : forth)
      + marked(line.back, isTurned ? forth : back)
  }
}
