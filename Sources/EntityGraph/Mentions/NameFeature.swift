/// What can count for or against a reading of a name. A pack's `weights` table says how much, under
/// the case's name.
enum NameFeature: Int, CaseIterable {
  // What the lists say of the whole name.
  case listPerson, listOrganization, listPlace, listReject
  case maybePerson, maybeOrganization, maybePlace, maybeReject
  case listMultiword, listCountry, listLargeCity, listTown, listCity, listState, listTeam,
    listAcronym
  case listSolo
  // Its parts.
  case firstName, firstNameWeak, surname, surnameWeak, bothNames, initialInside, particleInside
  case personSuffix, nickname
  case oneToken, twoTokens, threeTokens, fourTokens
  case allCaps, mixedCase, hasDigit, hyphenated, ampersand
  case commonWord, veryCommonWord, midCommon, lastCommon, firstCommon, allCommon
  case orgHead, officialHead, orgSuffix, orgMod, orgOf, placeHead, placeHeadWeak, placePre,
    rejectHead, pluralAcronym, initialsOnly
  case placeFirst, directionFirst, roleInside, shortWord, oneLetter, sportWord, columnHeads,
    unknownWord, allUnknown, knownSurnameOnly, midName, commonPlace
  // What stands before.
  case afterHonorific, afterTitle, afterRole, afterKin, afterRank
  case afterThe, afterA, afterIn, afterAt, afterFrom, afterOf, afterTo, afterBy, afterWith, afterFor
  case afterNear, afterSay, afterNumber, afterPossessive, afterDemonym, afterPlaceComma
  case afterDirection, afterOpenBracket, afterAnd, afterTheInside, afterVerb, afterPlaceOf,
    afterAgeOf, afterPersonOf,
    afterOrgNoun, afterFirmNoun, afterSeatFor, afterDeedOf, afterStaffAt, afterStaffOf
  // What stands behind.
  case beforeSay, beforeActPerson, beforeActOrg, beforeAge, beforeWho, beforeWhich
  case beforeRoleApposition, beforeOrgApposition, beforePlaceApposition, beforePlaceNoun
  case beforeOrgNoun, beforeRole, beforePossessive, beforeCommaPlace
  case beforeAcronymBracket, beforeBased, beforeNumber, standingsRow, beforePersonVerb
  case beforeAux, beforeTitle, beforeCommaBased, namedSubject, firmSubject
  // Where it stands.
  case sentenceStart, tableLine, sportDocument, quotedName, datelineStart
}

extension NameFeature {
  /// The cases' names in their order, as `weights` tables write them. To ask the runtime for them one
  /// by one takes a millisecond at every start; a test compares.
  static let names: StaticString = """
    listPerson listOrganization listPlace listReject maybePerson maybeOrganization maybePlace \
    maybeReject listMultiword listCountry listLargeCity listTown listCity listState listTeam \
    listAcronym listSolo firstName firstNameWeak surname surnameWeak bothNames initialInside \
    particleInside personSuffix nickname oneToken twoTokens threeTokens fourTokens allCaps \
    mixedCase hasDigit hyphenated ampersand commonWord veryCommonWord midCommon lastCommon \
    firstCommon allCommon orgHead officialHead orgSuffix orgMod orgOf placeHead placeHeadWeak \
    placePre rejectHead pluralAcronym initialsOnly placeFirst directionFirst roleInside \
    shortWord oneLetter sportWord columnHeads unknownWord allUnknown knownSurnameOnly midName \
    commonPlace afterHonorific afterTitle afterRole afterKin afterRank afterThe afterA afterIn \
    afterAt afterFrom afterOf afterTo afterBy afterWith afterFor afterNear afterSay afterNumber \
    afterPossessive afterDemonym afterPlaceComma afterDirection afterOpenBracket afterAnd \
    afterTheInside afterVerb afterPlaceOf afterAgeOf afterPersonOf afterOrgNoun afterFirmNoun \
    afterSeatFor afterDeedOf afterStaffAt afterStaffOf beforeSay beforeActPerson beforeActOrg \
    beforeAge beforeWho beforeWhich beforeRoleApposition beforeOrgApposition beforePlaceApposition \
    beforePlaceNoun beforeOrgNoun beforeRole beforePossessive beforeCommaPlace \
    beforeAcronymBracket beforeBased beforeNumber standingsRow beforePersonVerb beforeAux \
    beforeTitle beforeCommaBased namedSubject firmSubject sentenceStart tableLine sportDocument quotedName datelineStart
    """
}

/// A set of features: two machine words.
struct NameFeatures: Sendable, Equatable {
  var low: UInt64 = 0
  var high: UInt64 = 0

  @inline(__always)
  mutating func add(_ feature: NameFeature) {
    let bit = feature.rawValue
    if bit < 64 { low |= 1 << UInt64(bit) } else { high |= 1 << UInt64(bit - 64) }
  }

  @inline(__always)
  mutating func add(_ feature: NameFeature, if condition: Bool) {
    // Whether a feature holds is hard to predict, so that a branch would cost more than this.
    let bit = feature.rawValue
    let one: UInt64 = condition ? 1 : 0
    if bit < 64 { low |= one << UInt64(bit) } else { high |= one << UInt64(bit - 64) }
  }

  @inline(__always)
  mutating func remove(_ feature: NameFeature) {
    let bit = feature.rawValue
    if bit < 64 { low &= ~(1 << UInt64(bit)) } else { high &= ~(1 << UInt64(bit - 64)) }
  }

  @inline(__always)
  func contains(_ feature: NameFeature) -> Bool {
    let bit = feature.rawValue
    return bit < 64 ? low >> UInt64(bit) & 1 == 1 : high >> UInt64(bit - 64) & 1 == 1
  }

  @inline(__always)
  func isDisjoint(with other: NameFeatures) -> Bool { low & other.low | high & other.high == 0 }

  var all: [NameFeature] { NameFeature.allCases.filter(contains) }
}

/// Points of the four readings.
struct NameScores: Sendable, Equatable {
  var person: Int32 = 0
  var organization: Int32 = 0
  var place: Int32 = 0
  var reject: Int32 = 0

  /// The points of one reading.
  func points(_ kind: SenseKind) -> Int32 {
    switch kind {
    case .person: person
    case .organization: organization
    case .place, .demonym: place
    case .reject: reject
    }
  }

  /// The reading with most points and its lead over the next; ties go to the earlier of reject,
  /// place, organization, person, so that doubt draws nothing.
  @inline(__always)
  var best: (kind: SenseKind, margin: Int32) {
    // Who wins is a matter of chance, so there is no branch: below the points stands the rank of a
    // reading, by which ties are decided.
    let a = Int(person) << 2
    let b = Int(organization) << 2 | 1
    let c = Int(place) << 2 | 2
    let d = Int(reject) << 2 | 3
    let top = max(max(a, b), max(c, d))
    let second = max(min(max(a, b), max(c, d)), max(min(a, b), min(c, d)))
    // Ranks are the raw values, but that of `reject`, which stands behind `demonym`.
    let rank = UInt8(truncatingIfNeeded: top & 3)
    let kind = SenseKind(rawValue: rank + rank / 3) ?? .reject
    // Sums of a pack's numbers may be as far apart as they like.
    return (kind, Int32(clamping: top >> 2 - second >> 2))
  }
}

/// Tells the names of features apart: FNV-1a, a step a byte.
private struct NameKey {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
}

/// Reads a decimal number of at most five digits, 0 for what is none.
private struct DecimalNumber {
  private var digits: Int32 = 0
  private var isNegative = false
  private var isNumber = true
  private var isFirst = true

  var value: Int32 { !isNumber ? 0 : isNegative ? -digits : digits }

  mutating func add(_ byte: UInt8) {
    defer { isFirst = false }
    if isFirst, byte == UInt8(ascii: "-") {
      isNegative = true
    } else if (48...57).contains(byte), digits < 1 << 14 {
      digits = digits * 10 + Int32(byte - 48)
    } else {
      isNumber = false
    }
  }
}

/// The points of each feature, from the packs' `weights` tables.
struct NameWeights: Sendable {
  /// Behind each 64 features one entry without points, for sets that have no bit left.
  private var points = [NameScores](repeating: NameScores(), count: 2 * stride)
  private static let stride = 65

  @inline(__always)
  private static func place(_ feature: Int) -> Int { feature + feature >> 6 }

  /// Reads `feature  person  organization  place  reject` rows; the last row of a feature counts.
  ///
  /// - Returns: with the weights the names that are no feature.
  static func parse(
    _ rows: some Sequence<some Collection<UInt8>>
  ) -> (weights: NameWeights, unknown: [String]) {
    var weights = NameWeights()
    var unknown: [String] = []
    var index = KeyTable()
    var count: Int32 = 0
    NameFeature.names.withUTF8Buffer { names in
      var key = NameKey()
      for at in 0...names.count {
        if at < names.count, names[at] != UInt8(ascii: " ") {
          key.add(names[at])
        } else {
          index.set(key.value, count)
          count += 1
          key = NameKey()
        }
      }
    }
    for row in rows where !row.isEmpty {
      var key = NameKey()
      var numbers = SIMD4<Int32>(repeating: 0)
      var number = DecimalNumber()
      var field = 0
      for byte in row {
        if byte == UInt8(ascii: "\t") {
          if field > 0, field < 5 { numbers[field - 1] = number.value }
          number = DecimalNumber()
          field += 1
        } else if field == 0 {
          key.add(byte)
        } else {
          number.add(byte)
        }
      }
      if field > 0, field < 5 { numbers[field - 1] = number.value }
      guard let at = index.value(key.value) else {
        let name = row.prefix { $0 != UInt8(ascii: "\t") }
        unknown.append(String(decoding: name, as: UTF8.self))
        continue
      }
      weights.points[place(Int(at))] = NameScores(
        person: numbers[0], organization: numbers[1], place: numbers[2], reject: numbers[3])
    }
    return (weights, unknown)
  }

  func points(of feature: NameFeature) -> NameScores {
    points[Self.place(feature.rawValue)]
  }

  /// Lends the points for ``score(_:_:)``; valid within `body` only.
  func withPoints<Result>(_ body: (UnsafeBufferPointer<NameScores>) -> Result) -> Result {
    points.withUnsafeBufferPointer(body)
  }

  func score(_ features: NameFeatures) -> NameScores { withPoints { Self.score(features, $0) } }

  /// The sum of what a name's features say.
  @inline(__always)
  static func score(
    _ features: NameFeatures, _ points: UnsafeBufferPointer<NameScores>
  ) -> NameScores {
    var sum = SIMD4<Int32>(repeating: 0)
    var (low, high) = (features.low, features.high)
    // Both halves together, so that there is one end that cannot be foretold.
    while low | high != 0 {
      let (a, b) = (points[low.trailingZeroBitCount], points[stride + high.trailingZeroBitCount])
      sum &+= SIMD4(a.person, a.organization, a.place, a.reject)
      sum &+= SIMD4(b.person, b.organization, b.place, b.reject)
      low &= low &- 1
      high &= high &- 1
    }
    return NameScores(person: sum.x, organization: sum.y, place: sum.z, reject: sum.w)
  }
}
