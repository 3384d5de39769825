/// The lists that a pack's rules use, by id.
struct ListTable {
  struct List {
    var name: String
    var singles: Set<TermID> = []
    /// Entries of several words.
    var phrases: [[TermID]] = []
    /// Lengths of ``phrases``, longest first.
    var lengths: [Int] { Set(phrases.map(\.count)).sorted(by: >) }
  }
  private(set) var lists: [List] = []
  private var index: [String: Int] = [:]

  func id(_ name: String) -> Int? { index[name] }

  mutating func add(_ name: String, _ entries: [[TermID]]) -> Int {
    var list = List(name: name)
    var seen: Set<[TermID]> = []
    for entry in entries where !entry.contains(0) && seen.insert(entry).inserted {
      if entry.count == 1 { list.singles.insert(entry[0]) } else { list.phrases.append(entry) }
    }
    index[name] = lists.count
    lists.append(list)
    return lists.count - 1
  }
}
