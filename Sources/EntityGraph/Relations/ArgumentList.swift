/// The arguments at one side of a relation; reused, so that emptying it costs nothing.
struct ArgumentList: Sendable {
  private var room: [ResolvedArgument] = []
  private(set) var count = 0

  @inline(__always) var isEmpty: Bool { count == 0 }

  @inline(__always) subscript(_ index: Int) -> ResolvedArgument { room[index] }

  @inline(__always)
  mutating func append(_ argument: ResolvedArgument) {
    if count < room.count { room[count] = argument } else { room.append(argument) }
    count += 1
  }

  mutating func append(_ other: ArgumentList) {
    for k in 0..<other.count { append(other[k]) }
  }

  func contains(_ entity: Int32) -> Bool {
    for k in 0..<count where room[k].entity == entity { return true }
    return false
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  mutating func removeAll(where isUnwanted: (ResolvedArgument) -> Bool) {
    var kept = 0
    for k in 0..<count where !isUnwanted(room[k]) {
      room[kept] = room[k]
      kept += 1
    }
    count = kept
  }
}
