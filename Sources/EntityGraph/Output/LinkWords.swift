/// How links are put into words on a drawing.
enum LinkWords {
  /// Relations that have one wording whatever the text says; for the others the text's words speak.
  private static let fixed: [String: String] = [
    "part_of": "part of", "located_in": "in", "lives_in": "lives in", "citizen_of": "citizen of",
    "member_of": "member of",
  ]

  /// The words of one link, with what the text leaves open.
  static func words(_ link: Link) -> String {
    let predicate = link.predicate.split(separator: "_").joined(separator: " ")
    var words = fixed[link.predicate] ?? TextWriter.printable(link.label)
    if !words.unicodeScalars.contains(where: \.properties.isAlphabetic) { words = predicate }
    return switch link.modality {
    case .asserted: words
    case .reported: words + " (reported)"
    case .possible: words + " (possible)"
    case .negated: "not: " + words
    }
  }

  /// What a line says of its links, the strongest first: two wordings, and how many more there are.
  ///
  /// What lasts (roles, membership, property, kin) comes before what was done, and that before bare
  /// verbs and talk, which are said only where there is nothing else. Words that the texts vouch for
  /// stand for the same ones that they only report; who holds a role in a body is its member without
  /// a word; forms of one word are one.
  ///
  /// - Parameter role: a role that the source's box tells already; what else there is to say is then
  ///   said only if it is a relation.
  static func lines(_ links: [Link], without role: String? = nil) -> [String] {
    var all = wordings(links)
    if let role { all.removeAll { areForms($0.base, role.lowercased()) } }
    let relations = all.filter { $0.rank == .state } + all.filter { $0.rank == .act }
    if role != nil, relations.isEmpty { return [] }
    let shown = (relations.isEmpty ? all : relations).prefix(2)
    var lines = shown.flatMap { TextWrap.lines($0.text, width: 24, most: 2) }
    if all.count > shown.count, let last = lines.indices.last {
      lines[last] += " +\(all.count - shown.count)"
    }
    return lines
  }

  private struct Wording {
    var text: String
    var base: String
    var modality: Modality
    var rank: Rank
  }

  private enum Rank: Int {
    case state, act, verb

    init(_ predicate: String) {
      switch predicate {
      case "holds_role", "owns", "founded", "family_of": self = .state
      case "other", "told": self = .verb
      default: self = LinkWords.fixed[predicate] == nil ? .act : .state
      }
    }
  }

  private static func wordings(_ links: [Link]) -> [Wording] {
    let holdsRole = links.contains { $0.predicate == "holds_role" && $0.modality == .asserted }
    var all: [Wording] = []
    for link in links {
      if holdsRole, link.predicate == "member_of" { continue }
      var plain = link
      plain.modality = .asserted
      let new = Wording(
        text: words(link), base: words(plain).lowercased(), modality: link.modality,
        rank: Rank(link.predicate))
      let same = all.firstIndex { known in
        areForms(known.base, new.base)
          && (known.modality == .negated) == (new.modality == .negated)
      }
      guard let same else {
        all.append(new)
        continue
      }
      if new.rank.rawValue < all[same].rank.rawValue { all[same].rank = new.rank }
      let rank = all[same].rank
      if new.modality == .asserted, all[same].modality != .asserted { all[same] = new }
      all[same].rank = rank
    }
    return all
  }

  /// Whether two words are forms of one, as far as their beginnings tell: "bring" and "bringing".
  private static func areForms(_ a: String, _ b: String) -> Bool {
    let (short, long) = a.utf8.count <= b.utf8.count ? (a.utf8, b.utf8) : (b.utf8, a.utf8)
    let common = zip(short, long).prefix { $0 == $1 }.count
    return common >= max(3, short.count - 1) && long.count - common <= 4
  }
}
