/// The sieves across documents, the surest first.
extension IdentityClusters {
  /// Records that the lexicon or the very same full name makes one.
  mutating func joinKnown() {
    var byCanonical: [String: [Int]] = [:]
    var byName: [String: [Int]] = [:]
    for record in inOrder {
      let kind = records[record].kind
      let canonical = records[record].canonical
      if !canonical.isEmpty {
        let key = "\(kind.rawValue)\t\(canonical)"
        let isJoined = byCanonical[key, default: []].contains { known in
          // The lexicon's reading of one of them is wrong if their middle names contradict.
          if kind == .person, case .doubtful = relation(record, known).relation { return false }
          if !mayBeOne(record, known) { return false }
          unite(record, known, .identityCanonical, [title(record), title(known)])
          return true
        }
        if !isJoined, byCanonical[key, default: []].count < Self.namesakes {
          byCanonical[key, default: []].append(record)
        }
      }
    }
    for record in inOrder where isComparable(record) {
      for name in names[record] {
        // A single word may be anybody's surname; `joinShortNames` weighs it.
        if name.kind == .person, name.isShort { continue }
        let key = "\(name.kind.rawValue)\t\(name.text)"
        let isJoined = byName[key, default: []].contains { join(record, $0) }
        if !isJoined, byName[key, default: []].count < Self.namesakes {
          byName[key, default: []].append(record)
        }
      }
    }
  }

  /// So many actors of one name are told apart; more would make crowded names slow.
  private static let namesakes = 16

  /// What a record is called: whom an article names by an adjective alone ("Norwegian officials") it
  /// calls by no name of its own.
  private func title(_ record: Int) -> String {
    if let name = names[record].first { return name.text }
    let item = records[record]
    return item.canonical.isEmpty ? item.descriptor : item.canonical
  }

  /// Compares names that share a spelling key.
  mutating func joinSpellings() {
    var blocks: [String: [Int]] = [:]
    var keys: [String] = []
    for record in inOrder where isComparable(record) {
      var own: Set<String> = []
      for name in names[record] { own.formUnion(blockKeys(name)) }
      for key in own.sorted() {
        if blocks[key] == nil { keys.append(key) }
        blocks[key, default: []].append(record)
      }
    }
    var pairs: [(sieve: Int, a: Int, b: Int)] = []
    var seen: Set<UInt64> = []
    for key in keys.sorted() {
      guard let block = blocks[key], block.count > 1 else { continue }
      var distinct: [Int] = []
      var roots: Set<Int> = []
      for record in block where roots.insert(root(record)).inserted { distinct.append(record) }
      for (place, a) in distinct.enumerated() {
        // A crowded block is compared with its neighbours in the order of names only.
        let reach = distinct.count > 32 ? 16 : 32
        for b in distinct.dropFirst(place + 1).prefix(reach) {
          let pair = UInt64(min(root(a), root(b))) << 32 | UInt64(max(root(a), root(b)))
          guard seen.insert(pair).inserted else { continue }
          let found = relation(a, b).relation
          switch found {
          case .same(let sieve): pairs.append((index(sieve), a, b))
          case .doubtful: pairs.append((99, a, b))
          case .compatible, .conflict: break
          }
        }
      }
    }
    pairs.sort { a, b in
      if a.sieve != b.sieve { return a.sieve < b.sieve }
      return (rank[a.a], rank[a.b]) < (rank[b.a], rank[b.b])
    }
    for pair in pairs { join(pair.a, pair.b) }
  }

  private func index(_ sieve: Sieve) -> Int { Sieve.allCases.firstIndex(of: sieve) ?? 50 }

  private func blockKeys(_ name: SpelledName) -> [String] {
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    let kind = "\(name.kind.rawValue)"
    switch name.kind {
    case .person:
      guard !name.isShort, let last = name.words.last else { return [] }
      // The surname with the first letter of any word before it, so that a frequent surname does not
      // bring everybody together who bears it.
      let surname = kind + "s" + text(Transliteration.skeleton(last))
      var keys = [kind + "j" + text(Transliteration.skeleton(name.joined))]
      for word in name.words.dropLast().prefix(4) {
        for letter in Transliteration.opening(tables.given[word] ?? word) {
          keys.append("\(surname) \(letter)")
        }
        // "B. Doe" is a Bill, whose name stands with the Williams.
        if tables.given[word] != nil, let letter = Transliteration.opening(word).first {
          keys.append("\(surname) \(letter)")
        }
      }
      if name.words.count == 2 {
        // Surname first or last.
        let both = name.words.map { text(Transliteration.skeleton($0)) }.sorted()
        keys.append(kind + "t" + both.joined(separator: " "))
      }
      if let key = Romanization.key(name) { keys.append(kind + "r" + key) }
      if name.words.count > 2, tables.isSecondSurname(last, of: name.words.dropLast()) {
        keys += blockKeys(name.dropLast())
      }
      return keys
    case .organization:
      var keys = [
        kind + "b" + name.bag.map(text).joined(separator: " "),
        kind + "c" + name.core.map(text).joined(separator: " "),
        kind + "j" + text(Transliteration.skeleton(name.joined)),
      ]
      if name.core.count > 1 {
        keys.append(kind + "c" + name.core.dropLast().map(text).joined(separator: " "))
        for initials in name.initials where initials.count > 1 {
          keys.append(kind + "a" + text(initials))
        }
      }
      if name.isAcronym, let word = name.words.first { keys.append(kind + "a" + text(word)) }
      return keys
    case .place:
      return [
        kind + "b" + name.bag.map(text).joined(separator: " "),
        kind + "j" + text(Transliteration.skeleton(name.joined)),
      ]
    }
  }

  /// A person whom a document only calls by one word: joined with the only full name that it fits,
  /// of several with the one whose role or company it shares.
  mutating func joinShortNames() {
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    let people = inOrder.filter { records[$0].kind == .person && isComparable($0) }
    var byWord: [String: [Int]] = [:]
    for record in people where root(record) == record {
      var own: Set<String> = []
      for member in members(of: record) {
        for name in names[member] where !name.isShort {
          for word in name.words where word.count > 1 {
            own.insert(text(Transliteration.skeleton(word)))
          }
        }
      }
      for key in own { byWord[key, default: []].append(record) }
    }
    // Which clusters a short name fits does not change while others are joined to them.
    var fittingOf: [String: [Int]] = [:]
    var alone: [String: [Int]] = [:]
    for record in people where isShort(record) {
      guard let name = names[record].first, let word = name.words.last else { continue }
      let key = names[record].map(\.text).joined(separator: "\t")
      let known =
        fittingOf[key]
        ?? (byWord[text(Transliteration.skeleton(word))] ?? []).prefix(256).filter {
          relation(record, $0).relation == .compatible
        }
      fittingOf[key] = known
      var seen: Set<Int> = [root(record)]
      let isRuler = tables.fields(of: records[record].roles).contains("crown")
      let rivals = known.filter {
        seen.insert(root($0)).inserted && !canonicalsDiffer(record, $0)
          && (!isRuler || hasFirstName(word, $0))
      }
      // That it is not the one is no reason to take it for the other.
      let fitting = rivals.filter { mayBeOne(record, $0) }
      if rivals.isEmpty { alone[text(word), default: []].append(record) }
      joinShort(record, name, fitting, isOnly: rivals.count == 1)
    }
    joinAlone(alone)
  }

  /// Joins a single name with one of the full names that it fits, or notes the doubt.
  private mutating func joinShort(
    _ record: Int, _ name: SpelledName, _ fitting: [Int], isOnly: Bool
  ) {
    guard let only = fitting.first, let word = name.words.last else { return }
    if isOnly {
      let isFirstName = tables.isFirstName(word)
      if affinity(record, only) > 0 || !(tables.isFrequentSurname(word) || isFirstName) {
        join(record, only, trusting: .identitySurname)
      } else {
        doubt(
          record, only, .identitySurname,
          "a frequent \(isFirstName ? "first name" : "surname"), and nothing else in common",
          [title(record), title(only)], isFirstName ? 0.2 : 0.5)
      }
      return
    }
    let scored = fitting.map { (affinity(record, $0), $0) }.sorted {
      $0.0 != $1.0 ? $0.0 > $1.0 : rank[$0.1] < rank[$1.1]
    }
    if scored[0].0 > (scored.count > 1 ? scored[1].0 : 0) + 1 {
      join(record, scored[0].1, trusting: .identitySurname)
    } else {
      for (place, rival) in scored.prefix(4).enumerated() {
        doubt(
          record, rival.1, .identitySurname, "several people bear this name",
          [title(record), title(rival.1)], place == 0 ? 0.3 : 0.25)
      }
    }
  }

  /// Nobody's full name is known: the same single name is one person if it is rare or they share a
  /// role or company.
  private mutating func joinAlone(_ alone: [String: [Int]]) {
    for key in alone.keys.sorted() {
      guard let group = alone[key], group.count > 1 else { continue }
      let word = Array(key.utf8)
      let isFrequent = tables.isFrequentSurname(word) || tables.isFirstName(word)
      for record in group.dropFirst().prefix(512) {
        if !isFrequent || affinity(record, group[0]) > 0 {
          join(record, group[0])
        } else {
          doubt(
            record, group[0], .identityExact, "only a frequent name in common",
            [title(record), title(group[0])], 0.4)
        }
      }
    }
  }

  /// Kings and popes go by their first name.
  private func hasFirstName(_ word: [UInt8], _ record: Int) -> Bool {
    members(of: record).contains { member in
      names[member].contains { !$0.isShort && $0.words.count > 1 && $0.words[0] == word }
        && (tables.fields(of: records[member].roles).contains("crown")
          || records[member].roles.isEmpty)
    }
  }

  private func isShort(_ record: Int) -> Bool {
    members(of: record).allSatisfy { names[$0].allSatisfy(\.isShort) }
  }

  /// How much two clusters share of roles and company.
  private func affinity(_ a: Int, _ b: Int) -> Int {
    var score = 0
    var roles: Set<String> = []
    var company: Set<String> = []
    for member in members(of: a).prefix(24) {
      roles.formUnion(records[member].roles.map { $0.lowercased() })
      company.formUnion(records[member].context)
    }
    var seen: Set<String> = []
    for member in members(of: b).prefix(24) {
      for role in records[member].roles where roles.contains(role.lowercased()) {
        if seen.insert(role.lowercased()).inserted { score += 2 }
      }
      for other in records[member].context where company.contains(other) {
        if seen.insert(other).inserted { score += 1 }
      }
    }
    return score
  }
}
