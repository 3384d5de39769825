extension DrawingArrangement {
  /// Moves boxes apart, for drawings so large that Graphviz takes minutes for it.
  ///
  /// From the middle outwards, each box takes the nearest free place near its own, else the next
  /// free one on its ray away from the middle; a grid says what is free.
  mutating func spread() {
    let gap = DrawingArrangement.gap
    let count = Double(max(1, places.count))
    let area = sizes.reduce(0) { $0 + ($1.x + gap) * ($1.y + gap) }
    let middle = Point(
      x: places.reduce(0) { $0 + $1.x } / count, y: places.reduce(0) { $0 + $1.y } / count)
    var extent = Point(x: 1, y: 1)
    for place in places {
      extent.x = max(extent.x, abs(place.x - middle.x))
      extent.y = max(extent.y, abs(place.y - middle.y))
    }
    let scale = (area * DrawingArrangement.room / (4 * extent.x * extent.y)).squareRoot()
    for index in places.indices {
      places[index].x = (places[index].x - middle.x) * scale
      places[index].y = (places[index].y - middle.y) * scale
    }
    var grid = OccupiedGrid()
    let distance = places.map { $0.x * $0.x + $0.y * $0.y }
    for index in places.indices.sorted(by: { (distance[$0], $0) < (distance[$1], $1) }) {
      let size = Point(x: sizes[index].x + gap, y: sizes[index].y + gap)
      places[index] = DrawingArrangement.free(near: places[index], size, grid)
      grid.take(places[index], size)
    }
  }

  /// Points between boxes.
  private static let gap = 10.0
  /// How much larger the page is than all boxes together.
  private static let room = 5.0

  private static func free(near place: Point, _ size: Point, _ grid: OccupiedGrid) -> Point {
    if grid.isFree(place, size) { return place }
    let step = Point(x: size.x / 3, y: size.y / 2)
    for ring in 1...4 {
      for x in -ring...ring {
        for y in -ring...ring where abs(x) == ring || abs(y) == ring {
          let other = Point(x: place.x + Double(x) * step.x, y: place.y + Double(y) * step.y)
          if grid.isFree(other, size) { return other }
        }
      }
    }
    let length = (place.x * place.x + place.y * place.y).squareRoot()
    let away =
      length > 1 ? Point(x: place.x / length, y: place.y / length) : Point(x: 1, y: 0)
    var outer = place
    repeat {
      outer.x += away.x * size.y
      outer.y += away.y * size.y
    } while !grid.isFree(outer, size)
    return outer
  }
}

/// Which parts of the page are taken, in cells.
private struct OccupiedGrid {
  private static let cell = (width: 64.0, height: 32.0)

  private struct Cell: Hashable {
    var x: Int
    var y: Int
  }

  private struct Taken {
    var place: DrawingArrangement.Point
    var size: DrawingArrangement.Point
  }

  private var cells: [Cell: [Taken]] = [:]

  mutating func take(_ place: DrawingArrangement.Point, _ size: DrawingArrangement.Point) {
    for cell in OccupiedGrid.cells(place, size) {
      cells[cell, default: []].append(Taken(place: place, size: size))
    }
  }

  func isFree(_ place: DrawingArrangement.Point, _ size: DrawingArrangement.Point) -> Bool {
    for cell in OccupiedGrid.cells(place, size) {
      for other in cells[cell] ?? []
      where abs(place.x - other.place.x) * 2 < size.x + other.size.x
        && abs(place.y - other.place.y) * 2 < size.y + other.size.y
      {
        return false
      }
    }
    return true
  }

  private static func cells(
    _ place: DrawingArrangement.Point, _ size: DrawingArrangement.Point
  ) -> [Cell] {
    let left = Int(((place.x - size.x / 2) / cell.width).rounded(.down))
    let right = Int(((place.x + size.x / 2) / cell.width).rounded(.down))
    let top = Int(((place.y - size.y / 2) / cell.height).rounded(.down))
    let bottom = Int(((place.y + size.y / 2) / cell.height).rounded(.down))
    return (left...right).flatMap { x in (top...bottom).map { Cell(x: x, y: $0) } }
  }
}
