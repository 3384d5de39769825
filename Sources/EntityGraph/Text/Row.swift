/// So many entries in a row, in memory that somebody lends for a while (``RowMemory``).
///
/// Read and written like an array, whose bounds it checks; but who changes an entry need not ask each
/// time whether the array has other owners, and copying what holds the row counts no owners.
struct Row<Element>: @unchecked Sendable {
  fileprivate let entries: UnsafeMutableBufferPointer<Element>

  /// No entries.
  init() { entries = UnsafeMutableBufferPointer(start: nil, count: 0) }
  fileprivate init(_ entries: UnsafeMutableBufferPointer<Element>) { self.entries = entries }

  @inline(__always) var count: Int { entries.count }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: entries.count))
      return entries[index]
    }
    nonmutating _modify {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: entries.count))
      yield &entries[index]
    }
  }
}

/// A list in a ``Row`` that has room for all that can come.
struct RowList<Element>: RandomAccessCollection, Sendable {
  fileprivate let row: Row<Element>
  fileprivate(set) var count = 0

  init() { row = Row() }
  init(_ row: Row<Element>) { self.row = row }

  @inline(__always) var startIndex: Int { 0 }
  @inline(__always) var endIndex: Int { count }

  @inline(__always)
  subscript(index: Int) -> Element {
    get { row[index] }
    nonmutating _modify { yield &row[index] }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    row[count] = element
    count &+= 1
  }

  /// Adds an entry if `isIn` is 1, and none if it is 0: there must be room in any case. For whoever
  /// can't foresee which, since there is no branch.
  @inline(__always)
  mutating func append(_ element: Element, if isIn: Int) {
    row[count] = element
    count &+= isIn
  }

  mutating func removeAll() { count = 0 }

  /// How many numbers are added at once: mostly there are no more, which spares a loop that ends
  /// where nobody can foresee.
  static var step: Int { 4 }
}

extension RowList<Int32> {
  /// Adds the numbers of a range; there must be room for ``step`` more than that.
  @inline(__always)
  mutating func append(_ range: Range<Int32>) {
    var next = range.lowerBound
    repeat {
      for k in 0..<Self.step { row[count &+ k] = next &+ Int32(truncatingIfNeeded: k) }
      count &+= Swift.min(Self.step, Int(range.upperBound &- next))
      next &+= Int32(truncatingIfNeeded: Self.step)
    } while next < range.upperBound
  }
}

/// Memory for rows of different types, kept from document to document and lent all at once.
struct RowMemory: Sendable {
  private var words: [UInt64] = []

  mutating func makeRoom(bytes: Int) {
    let missing = bytes / 8 + 1 - words.count
    if missing > 0 {
      words.append(contentsOf: repeatElement(0, count: missing + words.count / 2))
    }
  }

  /// Lends the memory; rows that `body` takes of it are valid within it only.
  @inline(__always)
  mutating func lend(_ body: (inout RowTaker) -> Void) {
    words.withUnsafeMutableBytes { room in
      var taker = RowTaker(room)
      body(&taker)
    }
  }
}

/// Cuts rows out of memory that is lent.
struct RowTaker {
  private let room: UnsafeMutableRawBufferPointer?
  /// Bytes that have been asked for.
  private(set) var needed = 0

  /// Gives empty rows, and measures how much they would need.
  init() { room = nil }
  fileprivate init(_ room: UnsafeMutableRawBufferPointer) { self.room = room }

  /// A row whose entries all have one value.
  @inline(__always)
  mutating func row<Element>(_ value: Element, count: Int) -> Row<Element> {
    guard let start = take(count, Element.self) else { return Row() }
    return Row(
      UnsafeMutableBufferPointer(
        start: start.initializeMemory(as: Element.self, repeating: value, count: count),
        count: count))
  }

  /// A row whose entries are all written before they are read.
  @inline(__always)
  mutating func row<Element>(of type: Element.Type, count: Int) -> Row<Element> {
    guard let start = take(count, type) else { return Row() }
    let entries = start.bindMemory(to: type, capacity: count)
    return Row(UnsafeMutableBufferPointer(start: entries, count: count))
  }

  /// A list that is empty and can take so many entries, each of which is written before it is read.
  @inline(__always)
  mutating func list<Element>(of type: Element.Type, atMost count: Int) -> RowList<Element> {
    RowList(row(of: type, count: count))
  }

  /// Where the next entries begin, nil as long as room is only measured.
  @inline(__always)
  private mutating func take<Element>(
    _ count: Int, _ type: Element.Type
  ) -> UnsafeMutableRawPointer? {
    precondition(_isPOD(type) && MemoryLayout<Element>.alignment <= 8 && count >= 0)
    let start = needed
    needed += (count * MemoryLayout<Element>.stride + 7) & ~7
    guard let room, let base = room.baseAddress else { return nil }
    precondition(needed <= room.count)
    return base + start
  }
}
