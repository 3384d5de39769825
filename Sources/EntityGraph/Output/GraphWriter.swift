/// A format that a graph can be written in.
public protocol GraphWriter: Sendable {
  /// Appends the whole graph; flushes as it goes, so that it needs no more memory than the graph.
  func write(_ graph: Graph, to out: inout ByteStream) throws
}

/// A ``ByteWriter`` that hands over what it has whenever there is enough of it.
public struct ByteStream {
  private static let enough = 1 << 16

  private var writer = ByteWriter()
  private let sink: ([UInt8]) throws -> Void

  /// Makes a stream into `sink`, which is called with some 64 KiB at a time.
  public init(_ sink: @escaping ([UInt8]) throws -> Void) { self.sink = sink }

  /// Hands over everything.
  public mutating func flush() throws {
    if writer.count == 0 { return }
    try sink(writer.bytes)
    writer.removeAll()
  }

  /// Hands over what there is if it is enough for a system call.
  mutating func flushIfLarge() throws {
    if writer.count >= ByteStream.enough { try flush() }
  }

  mutating func append(_ literal: StaticString) { writer.append(literal) }
  mutating func append(_ byte: UInt8) { writer.append(byte) }
  mutating func append(_ value: Int) { writer.append(value) }
  mutating func append(_ value: Double, places: Int) { writer.append(value, places: places) }
  mutating func append(text: String) { writer.append(text: text) }
  mutating func json(_ text: String) { writer.json(text) }
}

extension GraphWriter {
  /// The whole graph in memory.
  public func bytes(of graph: Graph) -> [UInt8] {
    var all: [UInt8] = []
    var out = ByteStream { all.append(contentsOf: $0) }
    // The only errors are those of the sink, and this one has none.
    try? write(graph, to: &out)
    try? out.flush()
    return all
  }
}

extension Node {
  /// The different role words, most frequent first.
  var roleLabels: [String] {
    var labels: [String] = []
    for role in roles where !labels.contains(role.label) { labels.append(role.label) }
    return labels
  }

  /// The role of most mentions, however its words are capitalized and whatever body it is held in,
  /// those that name a body twice; with the body that most of them name. `nil` without roles.
  var mainRoleParts: Role? {
    var counts: [String: Int] = [:]
    for role in roles {
      counts[role.label.lowercased(), default: 0] += role.mentions * (role.of.isEmpty ? 1 : 2)
    }
    // `roles` is ordered, so the first of equals is the same on every run.
    guard let most = counts.values.max(),
      let main = roles.first(where: { counts[$0.label.lowercased()] == most })
    else { return nil }
    let label = main.label.lowercased()
    return roles.first { !$0.of.isEmpty && $0.label.lowercased() == label } ?? main
  }

  /// Whether what stands for a name says the main role already: "Angola's transport minister".
  var isItsRole: Bool {
    guard !isNamed, let role = mainRoleParts else { return false }
    return name.lowercased().hasSuffix(role.label.lowercased())
  }

  /// The main role with the body it is held in, "spokeswoman, Pentagon"; `nil` without roles.
  var mainRole: String? {
    guard let role = mainRoleParts else { return nil }
    return role.of.isEmpty ? role.label : "\(role.label), \(role.of)"
  }
}
