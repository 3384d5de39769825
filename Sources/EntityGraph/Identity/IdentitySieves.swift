/// The sieves across documents, the surest first.
extension IdentityClusters {
  /// Records that the lexicon or the very same full name makes one.
  mutating func joinKnown() {
    var byCanonical: [String: Int] = [:]
    var byName: [String: Int] = [:]
    for record in inOrder {
      let kind = records[record].kind
      let canonical = records[record].canonical
      if !canonical.isEmpty {
        let key = "\(kind.rawValue)\t\(canonical)"
        if let known = byCanonical[key] {
          // The lexicon's reading of one of them is wrong if their middle names contradict.
          if kind == .person, case .doubtful = relation(record, known).relation { continue }
          unite(record, known, .identityCanonical, [title(record), title(known)])
        } else {
          byCanonical[key] = record
        }
      }
    }
    for record in inOrder where isComparable(record) {
      for name in names[record] {
        // A single word may be anybody's surname; `joinShortNames` weighs it.
        if name.kind == .person, name.words.count < 2 { continue }
        let key = "\(name.kind.rawValue)\t\(name.text)"
        if let known = byName[key] {
          join(record, known)
        } else {
          byName[key] = record
        }
      }
    }
  }

  private func title(_ record: Int) -> String { names[record].first?.text ?? "" }

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
        let reach = distinct.count > 64 ? 16 : 64
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
      guard name.words.count > 1, let last = name.words.last else { return [] }
      return [
        kind + "s" + text(Transliteration.skeleton(last)),
        kind + "j" + text(Transliteration.skeleton(name.joined)),
      ]
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
    var byWord: [String: [Int]] = [:]
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    let people = inOrder.filter { records[$0].kind == .person && isComparable($0) }
    for record in people {
      var own: Set<String> = []
      for name in names[record] where name.words.count > 1 {
        for word in name.words where word.count > 1 {
          own.insert(text(Transliteration.skeleton(word)))
        }
      }
      for key in own { byWord[key, default: []].append(record) }
    }
    var alone: [String: [Int]] = [:]
    for record in people where names[record].allSatisfy({ $0.words.count == 1 }) {
      guard let word = names[record].first?.words.first,
        members(of: record).count == 1 || isShort(record)
      else { continue }
      let candidates = byWord[text(Transliteration.skeleton(word))] ?? []
      var fitting: [Int] = []
      var roots: Set<Int> = []
      for candidate in candidates.prefix(256)
      where roots.insert(root(candidate)).inserted && root(candidate) != root(record) {
        if canonicalsDiffer(record, candidate) { continue }
        if relation(record, candidate).relation == .compatible { fitting.append(candidate) }
      }
      if fitting.count == 1, let only = fitting.first {
        let close = affinity(record, only)
        if close > 0 || !tables.isFrequentSurname(word) {
          join(record, only, trusting: .identitySurname)
        } else {
          doubt(
            record, only, .identitySurname, "a frequent surname, and nothing else in common",
            [text(word), title(only)], 0.5)
        }
      } else if fitting.count > 1 {
        let scored = fitting.map { (affinity(record, $0), $0) }.sorted {
          $0.0 != $1.0 ? $0.0 > $1.0 : rank[$0.1] < rank[$1.1]
        }
        if scored[0].0 > scored[1].0 + 1 {
          join(record, scored[0].1, trusting: .identitySurname)
        } else {
          doubt(
            record, scored[0].1, .identitySurname, "several people bear this name",
            [text(word), title(scored[0].1)], 0.3)
        }
      } else {
        alone[text(word), default: []].append(record)
      }
    }
    // Nobody's full name is known: the same single name is one person if it is rare or they share
    // a role or company.
    for key in alone.keys.sorted() {
      guard let group = alone[key], group.count > 1 else { continue }
      let isFrequent = tables.isFrequentSurname(Array(key.utf8))
      for record in group.dropFirst().prefix(512) {
        if !isFrequent || affinity(record, group[0]) > 0 {
          join(record, group[0])
        } else {
          doubt(
            record, group[0], .identityExact, "only a frequent surname in common", [key, key], 0.4)
        }
      }
    }
  }

  private func isShort(_ record: Int) -> Bool {
    members(of: record).allSatisfy { names[$0].allSatisfy { $0.words.count == 1 } }
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
