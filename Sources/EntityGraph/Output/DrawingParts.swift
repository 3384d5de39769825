extension DrawingArrangement {
  /// Puts parts that nothing links beside and between each other, the largest first: each where the
  /// page grows least, and then as near to its middle as can be.
  mutating func layOut(_ parts: [[Int]], _ drawing: Drawing) {
    var lines: [[Int]: [Drawing.Line]] = [:]
    var partOfActor = [Int](repeating: 0, count: places.count)
    for (index, part) in parts.enumerated() { for actor in part { partOfActor[actor] = index } }
    for line in drawing.lines { lines[parts[partOfActor[line.source]], default: []].append(line) }
    let sorted = parts.map { ($0, around($0)) }.sorted { a, b in
      (b.1.width * b.1.height, a.0[0]) < (a.1.width * a.1.height, b.0[0])
    }
    guard let (first, page) = sorted.first else { return }
    var taken = Taken(page: page, boxes: boxes(first))
    taken.lines = (lines[first] ?? []).map { (places[$0.source], places[$0.target]) }
    for (part, box) in sorted.dropFirst() {
      let place = taken.place(for: box)
      for index in part {
        places[index].x += place.x - box.x
        places[index].y += place.y - box.y
      }
      taken.boxes += boxes(part)
      taken.lines += (lines[part] ?? []).map { (places[$0.source], places[$0.target]) }
      taken.page = taken.page.joined(with: Box(place.x, place.y, like: box))
    }
  }

  private static let margin = 20.0

  private func boxes(_ part: [Int]) -> [Box] {
    part.map { index in
      Box(
        x: places[index].x - sizes[index].x / 2 - DrawingArrangement.margin,
        y: places[index].y - sizes[index].y / 2 - DrawingArrangement.margin,
        width: sizes[index].x + 2 * DrawingArrangement.margin,
        height: sizes[index].y + 2 * DrawingArrangement.margin)
    }
  }

  private func around(_ part: [Int]) -> Box {
    let boxes = boxes(part)
    return boxes.dropFirst().reduce(boxes[0]) { $0.joined(with: $1) }
  }

  /// What has its place on the page.
  private struct Taken {
    var page: Box
    var boxes: [Box]
    var lines: [(Point, Point)] = []

    /// Points from one candidate to the next.
    private static let step = 24.0

    /// The upper left corner that suits a box best.
    func place(for box: Box) -> Point {
      // To the right always fits.
      var best = Point(x: page.x + page.width, y: page.y)
      var (least, nearest) = (cost(best, box), Double.infinity)
      for y in stride(from: page.y - box.height, through: page.y + page.height, by: Taken.step) {
        for x in stride(from: page.x - box.width, through: page.x + page.width, by: Taken.step) {
          let corner = Point(x: x, y: y)
          let cost = cost(corner, box)
          if cost > least { continue }
          let (dx, dy) = (
            x + box.width / 2 - page.x - page.width / 2,
            y + box.height / 2 - page.y - page.height / 2
          )
          let distance = dx * dx + dy * dy
          if cost == least, distance >= nearest { continue }
          if !isFree(Box(x, y, like: box)) { continue }
          (best, least, nearest) = (corner, cost, distance)
        }
      }
      return best
    }

    /// How large the page becomes, as the height of one that has the right shape.
    private func cost(_ corner: Point, _ box: Box) -> Double {
      let grown = page.joined(with: Box(corner.x, corner.y, like: box))
      return max(grown.width / DrawingArrangement.aspect, grown.height)
    }

    private func isFree(_ box: Box) -> Bool {
      !boxes.contains { $0.overlaps(box) } && !lines.contains { box.meets($0.0, $0.1) }
    }
  }
}

extension Box {
  /// A box of the same size elsewhere.
  fileprivate init(_ x: Double, _ y: Double, like box: Box) {
    self.init(x: x, y: y, width: box.width, height: box.height)
  }

  /// The smallest rectangle around both.
  fileprivate func joined(with other: Box) -> Box {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return Box(
      x: left, y: top, width: max(x + width, other.x + other.width) - left,
      height: max(y + height, other.y + other.height) - top)
  }
}
