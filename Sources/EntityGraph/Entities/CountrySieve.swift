/// The country of a national title that does not name it ("Interior Minister X"): whose people the
/// holder meets where somebody went, else the one that the document is about.
extension EntityStage {
  /// A country and how much of a document is about it.
  struct HomeCountry: Sendable {
    /// Root of its cluster, -1 if only people of it are named.
    var place: Int32
    var canonical: NameID
    /// Mentions of its own.
    var count: Int32
    /// Those, its cities', and what its officials and bodies add.
    var weight: Int32
    /// How many people and bodies of it are named.
    var officials: Int32
    /// What is known only of the title at hand: it cannot be this country's.
    var isExcluded = false
  }

  /// - Returns: the country of a title's holder, -1 if there is no clear one.
  mutating func homeCountry(
    _ index: Int, _ reader: EntityReader, _ roles: RoleStage, _ mentions: [Mention]
  ) -> Int32 {
    countHomes(reader, roles, mentions)
    guard !homes.isEmpty else { return -1 }
    let role = roles.roles[Int(roles.links[index].role)]
    guard exclude(role, index, reader, roles) else { return -1 }
    excludePosting(role, roles.links[index].holder, reader, mentions)
    let visited = visitedCountry(roles.links[index], reader, mentions)
    if visited >= 0 { return visited }
    var (best, second): (HomeCountry?, Int32) = (nil, 0)
    for home in homes where !home.isExcluded {
      if home.weight > (best?.weight ?? 0) {
        second = best?.weight ?? 0
        best = home
      } else {
        second = max(second, home.weight)
      }
    }
    guard let best, best.count >= 2, best.officials > 0, 2 * best.weight >= 3 * second
    else { return -1 }
    // Of a text on what one country's politicians say of another the titles are theirs.
    for home in homes where home.place < 0 && home.officials >= best.officials { return -1 }
    return best.place
  }

  /// Marks the countries that cannot have the title: they have no such office, or somebody else
  /// holds it.
  ///
  /// - Returns: false if no country gives that title ("general secretary").
  private mutating func exclude(
    _ role: RoleMention, _ index: Int, _ reader: EntityReader, _ roles: RoleStage
  ) -> Bool {
    for k in homes.indices { homes[k].isExcluded = false }
    var isNational = true
    foreignTitles.forEach(Int(role.first)..<Int(role.end), reader) { countries in
      if countries.isEmpty { isNational = false }
      for country in countries {
        for k in homes.indices where homes[k].canonical == country { homes[k].isExcluded = true }
      }
    }
    let link = roles.links[index]
    // Who is not named may be that somebody, and of princes there are many.
    let isUnique =
      role.end - role.first > 1 || reader.lemmaMarks(Int(role.head)).contains(.head)
    guard isNational, isUnique, isNamed(link.holder), !link.flags.contains(.former)
    else { return isNational }
    for other in Self.near(index, roles.links.count) {
      let known = roles.links[other]
      guard known.of >= 0, known.holder >= 0, known.lemma == link.lemma,
        !known.flags.contains(.former), isNamed(known.holder), !isSame(known.holder, link.holder),
        sameWords(role, roles.roles[Int(known.role)], reader)
      else { continue }
      let country = root(known.of)
      for k in homes.indices where homes[k].place == country { homes[k].isExcluded = true }
    }
    return true
  }

  /// Whether a country gives no such title: the United Kingdom has no first minister.
  mutating func isForeign(_ role: RoleMention, to country: NameID, _ reader: EntityReader) -> Bool {
    var isForeign = false
    foreignTitles.forEach(Int(role.first)..<Int(role.end), reader) { countries in
      if countries.contains(country) { isForeign = true }
    }
    return isForeign
  }

  /// "ambassador to Peru", "envoy in Peru" and "Special Envoy for Peru" are not Peru's.
  private mutating func excludePosting(
    _ role: RoleMention, _ holder: Int32, _ reader: EntityReader, _ mentions: [Mention]
  ) {
    let end = Int(role.end)
    let isFollowed =
      end < reader.table.tokens.count
      && (reader.term(end) == words.to || reader.term(end) == words.in)
    guard isFollowed || role.end > role.head + 1 else { return }
    for k in max(0, Int(holder) - 2)..<min(mentions.count, Int(holder) + 6)
    where mentions[k].kind == .place && mentions[k].first > role.head
      && mentions[k].first - role.end < (isFollowed ? 5 : 0) && mentions[k].first != role.end
    {
      let place = root(Int32(k))
      for h in homes.indices where homes[h].place == place { homes[h].isExcluded = true }
    }
  }

  private mutating func sameWords(_ a: RoleMention, _ b: RoleMention, _ reader: EntityReader)
    -> Bool
  {
    isWithin(a, b, reader) && isWithin(b, a, reader)
  }

  /// "In Kathmandu she met President X": the only country that the sentence names in front of a
  /// holder whom somebody else meets there, by itself or by its city.
  private mutating func visitedCountry(
    _ link: RoleLink, _ reader: EntityReader, _ mentions: [Mention]
  ) -> Int32 {
    let before = Int(link.first) - 1
    let sentence = infos[Int(link.holder)].sentence
    guard before > 0, before >= Int(reader.sentences[Int(sentence)].first),
      reader.term(before) == words.with
        || reader.has(before, [.verb, .verb3sg, .verbPast, .verbIng]) && !reader.has(before, .say)
    else { return -1 }
    var (found, isPlaced, hasGuest) = (Int32(-1), false, false)
    var k = Int(link.holder) - 1
    while k >= 0, infos[k].sentence == sentence, searchSteps > 0 {
      searchSteps -= 1
      let mention = mentions[k]
      defer { k -= 1 }
      guard Int(mention.end) <= before + 1, !infos[k].isDropped else { continue }
      if mention.kind == .person, !isSame(Int32(k), link.holder) { hasGuest = true }
      guard mention.kind == .place, isName(mention) else { continue }
      let country = countryRoot(of: Int32(k))
      if country < 0 { continue }
      if found >= 0, found != country { return -1 }
      found = country
      if mention.form == .name, mention.first > 0 {
        let word = reader.term(Int(mention.first) - 1)
        isPlaced = isPlaced || word == words.in || word == words.to
      }
    }
    guard found >= 0, isPlaced, hasGuest else { return -1 }
    for home in homes where home.place == found { return home.isExcluded ? -1 : found }
    return -1
  }

  /// The country that a place is or lies in, -1 if the document does not name it.
  private mutating func countryRoot(of place: Int32) -> Int32 {
    let r = root(place)
    for home in homes where home.place == r { return r }
    let of = infos[Int(r)].of
    if of == 0 { return -1 }
    for home in homes where home.place >= 0 && home.canonical == of { return home.place }
    return -1
  }

  /// Fills ``homes`` once a document.
  private mutating func countHomes(
    _ reader: EntityReader, _ roles: RoleStage, _ mentions: [Mention]
  ) {
    if hasCountedHomes { return }
    hasCountedHomes = true
    homes.removeAll(keepingCapacity: true)
    // "A Guatemalan judge": the cluster may begin with a word that is no country's name.
    for k in lists.names
    where mentions[Int(k)].kind == .place && infos[Int(k)].flags.contains(.country) {
      let place = root(k)
      if homes.contains(where: { $0.place == place }) { continue }
      let count = sizes[Int(place)]
      homes.append(
        HomeCountry(
          place: place, canonical: mentions[Int(k)].canonical, count: count, weight: count,
          officials: 0))
    }
    guard !homes.isEmpty else { return }
    findWeights(mentions)
    for number in weighty {
      let k = Int(number)
      let mention = mentions[k]
      let r = Int(root(number))
      switch mention.kind {
      case .place:
        guard r == k, mention.form == .name, !infos[k].flags.contains(.country), infos[k].of != 0
        else { continue }
        add(infos[k].of, min(sizes[k], 3), isOfficial: false, isPerson: false)
      case .person:
        // Whom the lexicon knows.
        if r == k, mention.form == .name, infos[k].of != 0 {
          add(infos[k].of, 3, isOfficial: true, isPerson: true)
        }
      case .organization:
        if r == k, mention.form == .name, infos[k].of != 0,
          !infos[k].flags.isDisjoint(with: [.party, .government, .body, .court, .military])
        {
          add(infos[k].of, 1, isOfficial: true, isPerson: false)
          continue
        }
        guard r == k || mention.form == .nominal else { continue }
        let inside =
          mention.form == .nominal ? infos[k].owner : nestedCountry(number, mentions) ?? -1
        if inside >= 0 { add(place: root(inside), r == k ? 1 : 0) }
      }
    }
    table.removeAll()
    for link in roles.links
    where link.of >= 0 && link.holder >= 0 && !link.flags.contains(.citizen) {
      let holder = root(link.holder)
      // An envoy is not at home.
      let role = roles.roles[Int(link.role)]
      guard reader.lemmaMarks(Int(role.head)).contains(.national), infos[Int(holder)].of == 0,
        table.value(UInt64(holder) << 1 | 1) == nil
      else { continue }
      table.set(UInt64(holder) << 1 | 1, 0)
      add(place: root(link.of), 3)
    }
  }

  /// Lists the mentions that may say something of a country: bodies, and names that the lexicon puts
  /// into one. Which ones nobody can foresee, so there are no branches.
  private mutating func findWeights(_ mentions: [Mention]) {
    var found = weighty
    for k in 0..<mentions.count {
      // The organization is the kind with the first bit.
      let isBody = Int(mentions[k].kind.rawValue) & 1
      let isName = Self.isLess(Int32(mentions[k].form.rawValue), 1)
      let isPut = isName & Int((0 &- UInt64(infos[k].of)) >> 63)
      found.append(Int32(truncatingIfNeeded: k), if: isPut | isBody)
    }
    weighty = found
  }

  private mutating func add(
    _ country: NameID, _ weight: Int32, isOfficial: Bool, isPerson: Bool
  ) {
    var isNamed = false
    for k in homes.indices where homes[k].canonical == country {
      homes[k].weight += weight
      if isOfficial { homes[k].officials += 1 }
      isNamed = true
    }
    if !isNamed, isPerson {
      homes.append(
        HomeCountry(place: -1, canonical: country, count: 0, weight: weight, officials: 1))
    }
  }

  private mutating func add(place: Int32, _ weight: Int32) {
    for k in homes.indices where homes[k].place == place {
      homes[k].weight += weight
      homes[k].officials += 1
    }
  }
}
