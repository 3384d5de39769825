/// What the page knows of the graph, as JSON that is safe inside a script element.
///
/// Words that repeat (predicates, rules, sentences, articles) stand once in a list and are referred
/// to by their place in it.
struct ExplorerData {
  private let explorer: Explorer
  private let picture: SVGGeometry
  private let all: SVGGeometry?
  private var out = ByteWriter()
  private var rules = WordList()
  private var predicates = WordList()

  init(_ explorer: Explorer, picture: SVGGeometry, all: SVGGeometry?) {
    self.explorer = explorer
    self.picture = picture
    self.all = all
  }

  private var graph: Graph { explorer.graph }

  /// The JSON text: whatever names hold, there is no `<` in it, so nothing can end the element.
  func bytes() -> [UInt8] {
    var writer = self
    writer.write()
    return ExplorerData.escaped(writer.out.bytes)
  }

  /// Spells out, inside strings, what means something to HTML or ends a line of script.
  static func escaped(_ json: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(json.count + json.count / 64)
    for byte in json {
      switch byte {
      case UInt8(ascii: "<"): out += Array("\\u003c".utf8)
      case UInt8(ascii: ">"): out += Array("\\u003e".utf8)
      case UInt8(ascii: "&"): out += Array("\\u0026".utf8)
      default: out.append(byte)
      }
    }
    return out
  }

  private mutating func write() {
    var position = [Int](repeating: -1, count: graph.nodes.count)
    for (index, node) in explorer.nodes.enumerated() { position[node] = index }
    var linkPosition = [Int](repeating: -1, count: graph.links.count)
    for (index, link) in explorer.links.enumerated() { linkPosition[link] = index }
    out.append("{\"whole\":{\"actors\":")
    out.append(explorer.whole.actors)
    out.append(",\"links\":")
    out.append(explorer.whole.links)
    out.append(",\"articles\":")
    out.append(graph.documents.count)
    out.append("},\n\"chance\":")
    out.append(explorer.drawing.showsChance ? "true" : "false")
    let articles = writeArticles()
    writeActors()
    writeLinks(position, articles)
    writePicture(linkPosition, position)
    out.append(",\n\"predicates\":")
    strings(predicates.words)
    out.append(",\n\"rules\":")
    strings(rules.words)
    out.append("}\n")
  }

  /// Returns each article's place by its id.
  private mutating func writeArticles() -> [String: Int] {
    var places: [String: Int] = [:]
    out.append(",\n\"articles\":[")
    for (index, source) in graph.documents.enumerated() {
      places[source.id] = index
      out.append(index > 0 ? ",\n{\"id\":" : "\n{\"id\":")
      string(source.id)
      optional("title", source.title)
      optional("date", source.date)
      // Other addresses (javascript:, data:) are no place to read an article.
      if let url = source.url, ["http://", "https://"].contains(where: url.lowercased().hasPrefix) {
        optional("url", url)
      }
      out.append("}")
    }
    out.append("]")
    return places
  }

  private mutating func writeActors() {
    let most = explorer.nodes.map { explorer.prominence[$0] }.max() ?? 1
    out.append(",\n\"actors\":[")
    for (index, number) in explorer.nodes.enumerated() {
      let node = graph.nodes[number]
      out.append(index > 0 ? ",\n{\"id\":" : "\n{\"id\":")
      string(node.id)
      out.append(",\"name\":")
      string(node.name)
      out.append(",\"kind\":\"")
      out.append(text: node.kind.word)
      out.append(node.isNamed ? "\",\"named\":1" : "\",\"named\":0")
      out.append(",\"mentions\":")
      out.append(node.mentions)
      out.append(",\"articles\":")
      out.append(node.documents)
      out.append(",\"rank\":")
      out.append(most > 0 ? explorer.prominence[number] / most : 0, places: 6)
      if let role = node.mainRole, !node.isItsRole { optional("role", role) }
      write(roles: node.roles)
      write(aliases: node.aliases)
      write(merges: node.merges)
      if let shape = all?.elements["n\(index)"]?.shapes.first, let box = Box(around: shape) {
        out.append(",\"at\":[")
        numbers([box.x + box.width / 2, box.y + box.height / 2])
        out.append("]")
      }
      out.append("}")
    }
    out.append("]")
  }

  private mutating func write(roles: [Node.Role]) {
    if roles.isEmpty { return }
    out.append(",\"roles\":[")
    for (index, role) in roles.prefix(40).enumerated() {
      out.append(index > 0 ? ",[" : "[")
      string(role.label)
      out.append(",")
      string(role.of)
      out.append(",")
      out.append(role.mentions)
      out.append("]")
    }
    out.append("]")
  }

  private mutating func write(aliases: [Node.Alias]) {
    if aliases.isEmpty { return }
    out.append(",\"aliases\":[")
    for (index, alias) in aliases.prefix(40).enumerated() {
      out.append(index > 0 ? ",[" : "[")
      string(alias.text)
      out.append(",")
      out.append(alias.mentions)
      out.append(",")
      out.append(rules.place(of: alias.rule))
      out.append("]")
    }
    out.append("]")
  }

  private mutating func write(merges: [Node.Merge]) {
    if merges.isEmpty { return }
    out.append(",\"merges\":[")
    for (index, merge) in merges.prefix(40).enumerated() {
      out.append(index > 0 ? ",[" : "[")
      strings(merge.names)
      out.append(",")
      out.append(rules.place(of: merge.rule))
      out.append("]")
    }
    out.append("]")
  }

  private mutating func writeLinks(_ position: [Int], _ articles: [String: Int]) {
    var quotes: [Evidence] = []
    var places: [Sentence: Int] = [:]
    out.append(",\n\"links\":[")
    for (index, number) in explorer.links.enumerated() {
      let link = graph.links[number]
      out.append(index > 0 ? ",\n{\"id\":" : "\n{\"id\":")
      string(link.id)
      out.append(",\"ends\":[")
      out.append(position[link.source])
      out.append(",")
      out.append(position[link.target])
      out.append("],\"predicate\":")
      out.append(predicates.place(of: link.predicate))
      out.append(",\"words\":")
      string(link.isCooccurrence ? "" : LinkWords.words(link))
      if !link.isCooccurrence { optional("label", link.label) }
      out.append(",\"modality\":")
      out.append(Int(link.modality.rawValue))
      if link.isSymmetric { out.append(",\"symmetric\":1") }
      out.append(",\"weight\":")
      out.append(link.weight)
      out.append(",\"articles\":")
      out.append(link.documents)
      out.append(",\"strength\":")
      out.append(link.strength, places: 4)
      if let association = link.association {
        out.append(",\"beside\":[")
        out.append(association.npmi, places: 2)
        out.append(",")
        out.append(association.significance, places: 1)
        out.append("]")
      }
      if let dates = link.dates {
        out.append(",\"dates\":")
        strings([dates.first, dates.last])
      }
      out.append(",\"quotes\":[")
      for (at, item) in link.evidence.prefix(explorer.limits.quotes).enumerated() {
        let sentence = Sentence(article: item.document, start: item.start, end: item.end)
        let place = places[sentence] ?? quotes.count
        if place == quotes.count {
          places[sentence] = place
          quotes.append(item)
        }
        out.append(at > 0 ? ",[" : "[")
        out.append(place)
        out.append(",")
        out.append(rules.place(of: item.rule))
        out.append("]")
      }
      out.append("]}")
    }
    out.append("],\n\"quotes\":[")
    for (index, item) in quotes.enumerated() {
      out.append(index > 0 ? ",\n[" : "\n[")
      out.append(articles[item.document] ?? -1)
      out.append(",")
      out.append(item.line)
      out.append(",")
      string(item.quote)
      out.append("]")
    }
    out.append("]")
  }

  /// A quote by its place.
  private struct Sentence: Hashable {
    var article: String
    var start: Int
    var end: Int
  }

  // MARK: The picture

  private mutating func writePicture(_ linkPosition: [Int], _ position: [Int]) {
    let drawing = explorer.drawing
    out.append(",\n\"picture\":{\"actors\":[")
    for (index, actor) in drawing.actors.enumerated() {
      let box = picture.elements[actor.id]?.shapes.first.flatMap { Box(around: $0) }
      out.append(index > 0 ? ",[" : "[")
      out.append(position[actor.node])
      out.append(",")
      let place = box.map { [$0.x + $0.width / 2, $0.y + $0.height / 2, $0.width, $0.height] }
      numbers(place ?? [0, 0, 60, 20])
      out.append(",")
      out.append(actor.community)
      out.append("]")
    }
    out.append("],\n\"lines\":[")
    for (index, line) in drawing.lines.enumerated() {
      out.append(index > 0 ? ",\n{\"links\":[" : "\n{\"links\":[")
      numbers(line.links.map { Double(linkPosition[$0]) })
      out.append("],\"lines\":")
      strings(drawing.label(line, picture))
      let parts = [line.id, line.id + "-a", line.id + "-b"].compactMap { picture.elements[$0] }
      out.append(",\"paths\":")
      strings(parts.flatMap(\.shapes).filter { $0.form == .path }.map(\.numbers))
      out.append(",\"arrows\":")
      strings(parts.flatMap(\.shapes).filter { $0.form == .polygon }.map(\.numbers))
      if let text = picture.elements["w" + line.id]?.texts.first, let x = Double(text.x),
        let y = Double(text.y)
      {
        out.append(",\"at\":[")
        numbers([x, y])
        out.append("]")
      }
      out.append("}")
    }
    out.append("]}")
  }

  // MARK: JSON

  /// A string without what is not seen or turns the direction of the text behind it.
  private mutating func string(_ text: String) {
    let isClean = text.unicodeScalars.allSatisfy(ExplorerData.isShown)
    if isClean { return out.json(text) }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(ExplorerData.isShown(scalar) ? scalar : " ")
    }
    out.json(String(scalars))
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    DOTText.isVisible(scalar) && scalar.value != 0x2028 && scalar.value != 0x2029
  }

  private mutating func strings(_ texts: [String]) {
    out.append("[")
    for (index, text) in texts.enumerated() {
      if index > 0 { out.append(",") }
      string(text)
    }
    out.append("]")
  }

  private mutating func optional(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    out.append(",\"")
    out.append(name)
    out.append("\":")
    string(value)
  }

  private mutating func numbers(_ values: [Double]) {
    for (index, value) in values.enumerated() {
      if index > 0 { out.append(",") }
      out.append(text: Box.number(value))
    }
  }
}

/// Words in the order of their first use.
private struct WordList {
  private(set) var words: [String] = []
  private var places: [String: Int] = [:]

  mutating func place(of word: String) -> Int {
    if let known = places[word] { return known }
    places[word] = words.count
    words.append(word)
    return words.count - 1
  }
}
