import Glibc

/// Where the actors of a drawing lie after the first of its two layouts, in points, y downwards.
///
/// The first layout places the actors alone. Then this turns what hangs together so that its longest
/// side lies along the page, stretches it a little, since text is wide and low, makes room for
/// the words of lines, and puts the parts together on a page; the second layout keeps these places, moves apart what overlaps and leads the lines
/// round the boxes.
struct DrawingArrangement {
  struct Point {
    var x: Double
    var y: Double
  }

  /// The middle of each actor's box.
  var places: [Point] = []
  /// Width and height of each actor's box.
  private(set) var sizes: [Point] = []

  /// Width by height that a page and a screen have room for.
  static let aspect = 1.45

  /// Reads the places from a layout; `nil` where an actor is missing in it.
  ///
  /// - Parameter room: points that some lines, by their index, need beyond what their words take.
  init?(_ drawing: Drawing, _ geometry: SVGGeometry, room: [Int: Double] = [:]) {
    for actor in drawing.actors {
      guard let shape = geometry.elements[actor.id]?.shapes.first, let box = Box(around: shape)
      else { return nil }
      places.append(Point(x: box.x + box.width / 2, y: box.y + box.height / 2))
      sizes.append(Point(x: box.width, y: box.height))
    }
    if drawing.actors.count > Drawing.mostMovedByGraphviz {
      turn(Array(places.indices))
      spread()
    } else {
      let parts = DrawingArrangement.parts(drawing)
      // The fewer lines, the closer the actors can stand before their words need the room.
      let density = Double(drawing.lines.count) / Double(max(1, drawing.actors.count))
      let scale = max(0.8, min(1.15, 0.85 + (density - 1) * 0.7))
      for part in parts {
        if let chain = DrawingArrangement.chain(part, drawing) {
          layInRows(chain)
          continue
        }
        turn(part)
        for index in part {
          places[index].x *= scale
          places[index].y *= scale
        }
      }
      for part in parts { makeRoom(part, drawing, room) }
      layOut(parts, drawing)
    }
  }

  /// The actors of each part that hangs together.
  private static func parts(_ drawing: Drawing) -> [[Int]] {
    var sets = DisjointSets(count: drawing.actors.count)
    for line in drawing.lines { sets.join(line.source, line.target) }
    var parts: [Int: [Int]] = [:]
    for actor in drawing.actors.indices { parts[sets.find(actor), default: []].append(actor) }
    return parts.values.sorted { $0[0] < $1[0] }
  }

  /// The actors of a part in order, if each but the ends has two neighbours.
  private static func chain(_ part: [Int], _ drawing: Drawing) -> [Int]? {
    var neighbours: [Int: [Int]] = [:]
    for line in drawing.lines {
      neighbours[line.source, default: []].append(line.target)
      neighbours[line.target, default: []].append(line.source)
    }
    let ends = part.filter { neighbours[$0]?.count == 1 }
    if part.count < 4 || ends.count != 2 { return nil }
    if !part.allSatisfy({ neighbours[$0]?.count ?? 0 <= 2 }) { return nil }
    var chain = [ends[0]]
    while let next = neighbours[chain[chain.count - 1]]?.first(where: { next in
      chain.count < 2 || next != chain[chain.count - 2]
    }) { chain.append(next) }
    return chain
  }

  /// Lays a chain in rows of four that lead to and fro.
  private mutating func layInRows(_ chain: [Int]) {
    let wide = (chain.map { sizes[$0].x }.max() ?? 0) + 40
    let high = (chain.map { sizes[$0].y }.max() ?? 0) + 50
    for (at, index) in chain.enumerated() {
      let (row, column) = (at / 4, at % 4)
      places[index] = Point(
        x: Double(row % 2 == 0 ? column : 3 - column) * wide, y: Double(row) * high)
    }
  }

  /// Turns the longest side along the page (the first principal axis of the places).
  private mutating func turn(_ part: [Int]) {
    let count = Double(max(1, part.count))
    let middle = Point(
      x: part.reduce(0) { $0 + places[$1].x } / count,
      y: part.reduce(0) { $0 + places[$1].y } / count)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for index in part {
      let (x, y) = (places[index].x - middle.x, places[index].y - middle.y)
      xx += x * x
      yy += y * y
      xy += x * y
    }
    let angle = atan2(2 * xy, xx - yy) / 2
    let (along, across) = (cos(angle), sin(angle))
    var spread = Point(x: 0, y: 0)
    for index in part {
      let (x, y) = (places[index].x - middle.x, places[index].y - middle.y)
      places[index] = Point(x: x * along + y * across, y: y * along - x * across)
      spread.x += places[index].x * places[index].x
      spread.y += places[index].y * places[index].y
    }
    if part.count < 4 { return }
    let wide = (spread.x / max(spread.y, 1)).squareRoot()
    let stretch = max(0.8, min(1.3, (DrawingArrangement.aspect / max(wide, 0.1)).squareRoot()))
    for index in part {
      places[index].x *= stretch
      places[index].y /= stretch
    }
  }

  // MARK: Room for words

  private struct Need {
    var source: Int
    var target: Int
    /// Width and height of the words.
    var words: Point
    /// Points beyond them.
    var more: Double
  }

  /// Moves the ends of lines apart until the words find room between them, and boxes off each other.
  ///
  /// Whoever has fewer lines moves further, so that hubs keep their place; who has a single one comes
  /// as near as its words allow.
  private mutating func makeRoom(
    _ part: [Int], _ drawing: Drawing, _ room: [Int: Double]
  ) {
    let members = Set(part)
    let needs: [Need] = drawing.lines.enumerated().compactMap { index, line in
      if !members.contains(line.source) { return nil }
      let label = LabelPlacer.size(line.words + line.back)
      return Need(
        source: line.source, target: line.target, words: Point(x: label.width, y: label.height),
        more: (room[index] ?? 0) + DrawingArrangement.arrows)
    }
    var weights = [Double](repeating: 0, count: places.count)
    for need in needs {
      weights[need.source] += 1
      weights[need.target] += 1
    }
    for step in 0..<DrawingArrangement.steps {
      var isMoved = false
      for need in needs {
        if keep(need, weights, pulls: step < DrawingArrangement.pulls) { isMoved = true }
      }
      for (index, a) in part.enumerated() {
        for b in part.dropFirst(index + 1) where moveApart(a, b, weights) { isMoved = true }
      }
      if !isMoved { break }
    }
  }

  private static let steps = 120
  /// Steps in which single neighbours come nearer.
  private static let pulls = 60
  /// Points that the two ends of a line take, arrow and all.
  private static let arrows = 24.0
  private static let between = 14.0

  /// Gives the words of a line the room that they need; returns whether anything moved.
  private mutating func keep(_ need: Need, _ weights: [Double], pulls: Bool) -> Bool {
    let (a, b) = (places[need.source], places[need.target])
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let distance = max((dx * dx + dy * dy).squareRoot(), 0.01)
    let (ux, uy) = (dx / distance, dy / distance)
    // Two rectangles are apart as soon as they are in one direction.
    func reach(_ size: Point) -> Double {
      min(
        (size.x + need.words.x) / 2 / max(abs(ux), 0.001),
        (size.y + need.words.y) / 2 / max(abs(uy), 0.001))
    }
    var lack = reach(sizes[need.source]) + reach(sizes[need.target]) + need.more - distance
    if lack < 0 {
      let isSingle = weights[need.source] == 1 || weights[need.target] == 1
      if !pulls || !isSingle || lack > -10 { return false }
      lack *= 0.1
    }
    if abs(lack) <= 0.5 { return false }
    separate(need.source, need.target, ux * lack, uy * lack, weights)
    return true
  }

  private mutating func moveApart(_ a: Int, _ b: Int, _ weights: [Double]) -> Bool {
    let gap = DrawingArrangement.between
    let (dx, dy) = (places[b].x - places[a].x, places[b].y - places[a].y)
    let x = (sizes[a].x + sizes[b].x) / 2 + gap - abs(dx)
    let y = (sizes[a].y + sizes[b].y) / 2 + gap - abs(dy)
    if x <= 0.5 || y <= 0.5 { return false }
    if x < y {
      separate(a, b, dx < 0 ? -x : x, 0, weights)
    } else {
      separate(a, b, 0, dy < 0 ? -y : y, weights)
    }
    return true
  }

  /// Moves `b` by a distance from `a`, each by as much as the other has lines.
  private mutating func separate(
    _ a: Int, _ b: Int, _ x: Double, _ y: Double, _ weights: [Double]
  ) {
    let share = weights[b] / max(1, weights[a] + weights[b])
    places[a].x -= x * share
    places[a].y -= y * share
    places[b].x += x * (1 - share)
    places[b].y += y * (1 - share)
  }
}
