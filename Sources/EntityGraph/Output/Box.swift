/// The rectangle around a shape.
struct Box {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  /// The bounding box of a shape; of a curve's control points, which hold it.
  init?(around shape: SVGGeometry.Shape) {
    var numbers = shape.numbers.split { !"0123456789.-e".contains($0) }.compactMap { Double($0) }
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
