/// Where Graphviz put things: the shapes of its SVG, and nothing else of it.
///
/// Text, colours, links and styles are not taken over, so nothing can come through from an article;
/// what is taken is made of numbers and checked to be.
struct SVGGeometry {
  struct Shape {
    enum Form {
      case polygon, polyline, path, ellipse
    }
    var form: Form
    /// `points`, `d`, or `cx cy rx ry`.
    var numbers: String

    /// The numbers alone.
    var values: [Double] {
      numbers.split { !"0123456789.-e".contains($0) }.compactMap { Double($0) }
    }
  }

  struct Element {
    var shapes: [Shape] = []
    /// Where each line of text stands, and its size.
    var texts: [(x: String, y: String, size: String)] = []
  }

  private(set) var width = 0.0
  private(set) var height = 0.0
  /// The shift from the elements' coordinates to the page's.
  private(set) var shift = (x: 0.0, y: 0.0)
  private(set) var elements: [String: Element] = [:]

  /// Reads what libgvc wrote; `nil` if it is no such SVG.
  init?(_ svg: [UInt8]) {
    var open: [String] = []
    var rest = svg[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(start + 1)...]
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
      let tag = rest[..<end]
      rest = rest[(end + 1)...]
      guard let first = tag.first, first != UInt8(ascii: "!"), first != UInt8(ascii: "?") else {
        continue
      }
      if first == UInt8(ascii: "/") {
        if tag.elementsEqual("/g".utf8) { _ = open.popLast() }
        continue
      }
      let text = String(decoding: tag, as: UTF8.self)
      let name = text.prefix { $0 != " " && $0 != "\n" && $0 != "/" }
      let attributes = SVGGeometry.attributes(text)
      switch name {
      case "svg": readSize(attributes["viewBox"] ?? "")
      case "g":
        // Our ids have hyphens, which Graphviz spells out.
        open.append((attributes["id"] ?? "").split(separator: "&#45;").joined(separator: "-"))
        if let transform = attributes["transform"] { readShift(transform) }
      default:
        if let id = open.last { add(String(name), attributes, to: id) }
      }
    }
    if width <= 0 || height <= 0 { return nil }
  }

  /// Says where the lines of a text stand.
  mutating func setTexts(_ texts: [(x: String, y: String, size: String)], of id: String) {
    elements[id, default: Element()].texts = texts
  }

  private mutating func add(_ name: String, _ values: [String: String], to id: String) {
    func value(_ key: String) -> String {
      let text = values[key] ?? ""
      return text.utf8.allSatisfy(SVGGeometry.isGeometry) ? text : ""
    }
    switch name {
    case "polygon":
      elements[id, default: Element()].shapes.append(
        Shape(form: .polygon, numbers: value("points")))
    case "polyline":
      elements[id, default: Element()].shapes.append(
        Shape(form: .polyline, numbers: value("points")))
    case "path":
      elements[id, default: Element()].shapes.append(Shape(form: .path, numbers: value("d")))
    case "ellipse":
      let numbers = ["cx", "cy", "rx", "ry"].map(value).joined(separator: " ")
      elements[id, default: Element()].shapes.append(Shape(form: .ellipse, numbers: numbers))
    case "text":
      elements[id, default: Element()].texts.append((value("x"), value("y"), value("font-size")))
    default: break
    }
  }

  private mutating func readSize(_ viewBox: String) {
    let numbers = viewBox.split(separator: " ").compactMap { Double($0) }
    guard numbers.count == 4 else { return }
    width = numbers[2]
    height = numbers[3]
  }

  private mutating func readShift(_ transform: String) {
    guard let open = transform.range(of: "translate(") else { return }
    let numbers = transform[open.upperBound...].prefix { $0 != ")" }
      .split { $0 == " " || $0 == "," }.compactMap { Double($0) }
    if numbers.count == 2 { shift = (numbers[0], numbers[1]) }
  }

  /// Digits, signs, separators and the letters of path commands.
  private static func isGeometry(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: ","), UInt8(ascii: " "), UInt8(ascii: "e"), UInt8(ascii: "M"),
      UInt8(ascii: "C"), UInt8(ascii: "L"), UInt8(ascii: "Z"):
      true
    default: false
    }
  }

  private static func attributes(_ tag: String) -> [String: String] {
    var values: [String: String] = [:]
    var rest = tag[...]
    while let equals = rest.firstIndex(of: "=") {
      let key = rest[..<equals].split(whereSeparator: \.isWhitespace).last ?? ""
      let open = rest.index(after: equals)
      guard open < rest.endIndex, rest[open] == "\"" else { return values }
      let start = rest.index(after: open)
      guard let close = rest[start...].firstIndex(of: "\"") else { return values }
      values[String(key)] = String(rest[start..<close])
      rest = rest[rest.index(after: close)...]
    }
    return values
  }
}

extension StringProtocol {
  /// Where `other` stands first.
  fileprivate func range(of other: String) -> Range<Index>? {
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(other) {
        return at..<(index(at, offsetBy: other.count, limitedBy: endIndex) ?? endIndex)
      }
      at = index(after: at)
    }
    return nil
  }
}
