/// An array of which only the first elements count: behind them is room, kept from document to
/// document, so that who fills it need not ask for each element whether the array must grow.
struct Filled<Element: Sendable>: RandomAccessCollection, Sendable {
  private var room: [Element] = []
  private(set) var count = 0

  init() {}

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(index: Int) -> Element {
    @inline(__always)
    get {
      precondition(index >= 0 && index < count, "index out of range")
      return room.withUnsafeBufferPointer { $0[index] }
    }
    @inline(__always)
    _modify {
      precondition(index >= 0 && index < count, "index out of range")
      yield &room[index]
    }
  }

  func withUnsafeBufferPointer<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result {
    try room.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[0..<count])) }
  }

  /// Gives all that may be written to.
  mutating func withRoom<Result>(
    _ body: (UnsafeMutableBufferPointer<Element>) throws -> Result
  ) rethrows -> Result {
    try room.withUnsafeMutableBufferPointer { try body($0) }
  }

  /// Makes room for so many elements; twice as much when it grows, so that it seldom does.
  mutating func makeRoom(for needed: Int, _ blank: Element) {
    guard room.count < needed else { return }
    room.append(contentsOf: repeatElement(blank, count: Swift.max(256, 2 * needed) - room.count))
  }

  mutating func append(_ element: Element) {
    makeRoom(for: count + 1, element)
    room[count] = element
    count += 1
  }

  /// Says how many have been written.
  mutating func setCount(_ count: Int) {
    precondition(count >= 0 && count <= room.count, "more elements than room")
    self.count = count
  }
}
