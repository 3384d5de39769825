import Glibc

/// Where the actors of a drawing lie after the first of its two layouts, in points, y downwards.
///
/// The first layout places the actors alone. Then this turns the whole so that its longest side lies
/// along the page and stretches it a little, since text is wide and low, and finds a place for the
/// words of each line; the second layout keeps these places, moves apart what overlaps and leads
/// the lines round the boxes.
struct DrawingArrangement {
  struct Point {
    var x: Double
    var y: Double
  }

  /// The middle of each actor's box.
  private(set) var places: [Point] = []
  private var sizes: [Point] = []

  /// Width by height that a page and a screen have room for.
  private static let aspect = 1.45

  /// Reads the places from a layout; `nil` where an actor is missing in it.
  init?(_ drawing: Drawing, _ geometry: SVGGeometry) {
    for actor in drawing.actors {
      guard let shape = geometry.elements[actor.id]?.shapes.first, let box = Box(around: shape)
      else { return nil }
      places.append(Point(x: box.x + box.width / 2, y: box.y + box.height / 2))
      sizes.append(Point(x: box.width, y: box.height))
    }
    turn()
  }

  /// Turns the longest side along the page (the first principal axis of the places).
  private mutating func turn() {
    let count = Double(max(1, places.count))
    let middle = Point(
      x: places.reduce(0) { $0 + $1.x } / count, y: places.reduce(0) { $0 + $1.y } / count)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for place in places {
      let (x, y) = (place.x - middle.x, place.y - middle.y)
      xx += x * x
      yy += y * y
      xy += x * y
    }
    let angle = atan2(2 * xy, xx - yy) / 2
    let (along, across) = (cos(angle), sin(angle))
    for index in places.indices {
      let (x, y) = (places[index].x - middle.x, places[index].y - middle.y)
      places[index] = Point(x: x * along + y * across, y: y * along - x * across)
    }
    let spread = places.reduce(into: Point(x: 0, y: 0)) { sum, place in
      sum.x += place.x * place.x
      sum.y += place.y * place.y
    }
    let wide = (spread.x / max(spread.y, 1)).squareRoot()
    let stretch = max(0.8, min(1.3, (DrawingArrangement.aspect / max(wide, 0.1)).squareRoot()))
    for index in places.indices {
      places[index].x *= stretch
      places[index].y /= stretch
    }
  }

  /// Where the words of a line go: the middle of what is seen of it, beside it where another line
  /// leads back.
  func words(of line: Drawing.Line, isPaired: Bool) -> Point {
    let (a, b) = (places[line.source], places[line.target])
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let length = max(1, (dx * dx + dy * dy).squareRoot())
    func covered(_ size: Point) -> Double {
      min(size.x / 2 / max(abs(dx), 1), size.y / 2 / max(abs(dy), 1))
    }
    let (first, last) = (covered(sizes[line.source]), 1 - covered(sizes[line.target]))
    let at = max(0.2, min(0.8, (first + last) / 2))
    let beside = isPaired ? 8 + Double(line.words.count) * 5 : 0
    return Point(x: a.x + dx * at - dy / length * beside, y: a.y + dy * at + dx / length * beside)
  }
}
