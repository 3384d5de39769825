/// The rectangle around a shape.
struct Box {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  init(x: Double, y: Double, width: Double, height: Double) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }

  /// Whether two rectangles share any point within them.
  func overlaps(_ other: Box) -> Bool {
    x < other.x + other.width && other.x < x + width && y < other.y + other.height
      && other.y < y + height
  }

  /// Whether a straight line meets the rectangle (Liang and Barsky 1984).
  func meets(_ a: DrawingArrangement.Point, _ b: DrawingArrangement.Point) -> Bool {
    var (first, last) = (0.0, 1.0)
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    for (p, q) in [(-dx, a.x - x), (dx, x + width - a.x), (-dy, a.y - y), (dy, y + height - a.y)] {
      if p == 0 {
        if q < 0 { return false }
      } else if p < 0 {
        first = max(first, q / p)
      } else {
        last = min(last, q / p)
      }
    }
    return first <= last
  }

  /// The bounding box of a shape; of a curve's control points, which hold it.
  init?(around shape: SVGGeometry.Shape) {
    var numbers = shape.values
    if shape.form == .ellipse, numbers.count == 4 {
      let (x, y, rx, ry) = (numbers[0], numbers[1], numbers[2], numbers[3])
      numbers = [x - rx, y - ry, x + rx, y + ry]
    }
    let xs = stride(from: 0, to: numbers.count - 1, by: 2).map { numbers[$0] }
    let ys = stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
    else { return nil }
    (x, y, width, height) = (left, top, right - left, bottom - top)
  }

  /// A number with two places at most.
  static func number(_ value: Double) -> String {
    var writer = ByteWriter()
    writer.append(value, places: 2)
    while writer.last == UInt8(ascii: "0") { writer.removeLast() }
    if writer.last == UInt8(ascii: ".") { writer.removeLast() }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
