/// The formats that a graph can be written in.
public enum GraphFormat: String, Sendable, CaseIterable {
  case json, dot

  /// The writer of the format.
  public var writer: any GraphWriter {
    switch self {
    case .json: GraphJSON()
    case .dot: GraphDOT()
    }
  }

  /// The format that a file's ending names.
  public init?(ending path: String) {
    guard let dot = path.lastIndex(of: "."),
      let format = GraphFormat.endings[path[dot...].lowercased()]
    else { return nil }
    self = format
  }

  private static let endings: [String: GraphFormat] = [
    ".json": .json, ".dot": .dot, ".gv": .dot,
  ]
}
