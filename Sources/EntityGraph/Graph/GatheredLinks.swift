/// Texts that many links share, each kept once under a small number; 0 is the empty text.
struct TextTable: Sendable {
  private(set) var texts = [""]
  private var idOf = ["": Int32(0)]

  mutating func id(_ text: String) -> Int32 {
    if let known = idOf[text] { return known }
    idOf[text] = Int32(texts.count)
    texts.append(text)
    return Int32(texts.count - 1)
  }

  subscript(id: Int32) -> String { texts[Int(id)] }
}

/// A link while articles are gathered, 40 bytes.
struct GatheredLink: Sendable {
  struct Key: Hashable, Sendable {
    var source: Int32
    var target: Int32
    /// Index into the predicates; -1 for co-occurrence.
    var predicate: Int32
    /// Number of the words where they are the relation (`other`), else 0.
    var label: Int32
    var modality: Modality
  }

  var key: Key
  var weight: UInt32 = 0
  /// The words that came first and how often they did; others stand apart, since few links have any.
  var label: Int32 = 0
  var labelCount: Int32 = 0
  var quotes = GatheredQuotes.Row()
}

/// The links that are gathered, found by their keys.
///
/// A graph of a million articles has millions of these. Everything that can be a 32-bit number is one,
/// and none owns memory of its own: 40 bytes a link, 5 to 11 to find it, 12 for each quote; the
/// sentences are shared.
struct GatheredLinks: Sendable {
  var links: [GatheredLink] = []
  var quotes = GatheredQuotes()
  /// Words beside the first of a link.
  private(set) var otherLabels: [Int32: [(label: Int32, count: Int32)]] = [:]
  /// Index of the link, -1 where none is; open addressing, at most three quarters full.
  private var slots = [Int32](repeating: -1, count: 64)

  /// The link with this key, a new one if there is none.
  mutating func index(of key: GatheredLink.Key) -> Int {
    if links.count * 4 >= slots.count * 3 { grow() }
    let slot = slot(of: key)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    slots[slot] = Int32(links.count)
    links.append(GatheredLink(key: key))
    return links.count - 1
  }

  private func slot(of key: GatheredLink.Key) -> Int {
    let mask = slots.count - 1
    var slot = key.hashValue & mask
    while slots[slot] >= 0, links[Int(slots[slot])].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for index in links.indices { slots[slot(of: links[index].key)] = Int32(index) }
  }

  /// Forgets how to find links, when no more will be added.
  mutating func close() { slots = [] }

  mutating func add(label: Int32, count: Int32, to index: Int) {
    if label == 0 { return }
    if links[index].label == 0 { links[index].label = label }
    if links[index].label == label {
      links[index].labelCount &+= count
      return
    }
    let link = Int32(index)
    if let known = otherLabels[link]?.firstIndex(where: { $0.label == label }) {
      otherLabels[link]?[known].count &+= count
    } else {
      otherLabels[link, default: []].append((label, count))
    }
  }

  mutating func add(
    _ quote: GatheredQuotes.Quote, to index: Int, most: Int, _ names: GatheredQuotes.Names
  ) {
    quotes.add(quote, to: &links[index].quotes, most: most, names)
  }

  /// Adds a link to another one that turned out to be the same.
  mutating func add(_ other: Int, to index: Int, most: Int, _ names: GatheredQuotes.Names) {
    let link = links[other]
    links[index].weight &+= link.weight
    add(label: link.label, count: link.labelCount, to: index)
    for item in otherLabels.removeValue(forKey: Int32(other)) ?? [] {
      add(label: item.label, count: item.count, to: index)
    }
    quotes.add(link.quotes, to: &links[index].quotes, most: most, names)
    links[other].quotes = GatheredQuotes.Row()
  }

  /// The words of a link that were used most often, of equals the first by bytes; 0 without any.
  func commonLabel(_ index: Int, _ texts: TextTable) -> Int32 {
    var best = (label: links[index].label, count: links[index].labelCount)
    for item in otherLabels[Int32(index)] ?? [] {
      if item.count > best.count
        || (item.count == best.count && Mathematics.precedes(texts[item.label], texts[best.label]))
      {
        best = item
      }
    }
    return best.label
  }
}
