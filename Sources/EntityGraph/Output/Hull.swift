/// Outlines around groups of shapes.
enum Hull {
  struct Point {
    var x: Double
    var y: Double
  }

  /// The corners of a shape's bounding box.
  static func corners(_ shape: SVGGeometry.Shape) -> [Point] {
    var numbers = shape.numbers.split { !"0123456789.-e".contains($0) }.compactMap { Double($0) }
    if shape.form == .ellipse, numbers.count == 4 {
      let (x, y, rx, ry) = (numbers[0], numbers[1], numbers[2], numbers[3])
      numbers = [x - rx, y - ry, x + rx, y + ry]
    }
    let xs = stride(from: 0, to: numbers.count - 1, by: 2).map { numbers[$0] }
    let ys = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
    guard let a = xs.min(), let b = xs.max(), let c = ys.min(), let d = ys.max() else { return [] }
    return [Point(x: a, y: c), Point(x: b, y: c), Point(x: b, y: d), Point(x: a, y: d)]
  }

  /// The convex hull (Andrew's monotone chain, 1979), in order.
  static func convex(_ points: [Point]) -> [Point] {
    let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    if sorted.count < 3 { return sorted }
    func half(_ points: some Sequence<Point>) -> [Point] {
      var chain: [Point] = []
      for point in points {
        while chain.count > 1, cross(chain[chain.count - 2], chain[chain.count - 1], point) <= 0 {
          chain.removeLast()
        }
        chain.append(point)
      }
      return chain.dropLast()
    }
    return half(sorted) + half(sorted.reversed())
  }

  private static func cross(_ a: Point, _ b: Point, _ c: Point) -> Double {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }

  /// A number with two places at most.
  static func number(_ value: Double) -> String {
    var writer = ByteWriter()
    writer.append(value, places: 2)
    while writer.bytes.last == UInt8(ascii: "0") { writer.bytes.removeLast() }
    if writer.bytes.last == UInt8(ascii: ".") { writer.bytes.removeLast() }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
