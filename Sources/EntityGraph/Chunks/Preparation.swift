/// What is known of each word before any other one is looked at.
struct Preparation {
  let view: SyntaxView
  let tables: TagTables.View
  /// One a token: ``SyntaxBits`` and ``NameMark``.
  let marks: UnsafeMutableBufferPointer<UInt64>
  let names: UnsafeMutableBufferPointer<UInt8>
  /// One a token: ``TagCode``.
  let codes: UnsafeMutableBufferPointer<UInt8>
  /// Room for one a token, and one more.
  let stops: UnsafeMutableBufferPointer<TagStop>

  /// Prepares all words of a document; names must be marked before.
  ///
  /// - Parameter quoted: gets the indices of the sentences in which something is quoted.
  /// - Returns: how many words have no fixed tag.
  func gather(
    _ sentences: [Sentence], _ words: SyntaxWords.View, quoted: inout [Int32]
  ) -> Int {
    var count = 0
    var start = 0
    for (k, sentence) in sentences.enumerated() {
      let first = min(max(Int(sentence.first), start), view.tokens.count)
      let end = min(max(Int(sentence.end), first), view.tokens.count)
      // Words outside of sentences are prepared and not listed.
      if start < first { _ = gather(start..<first, words, from: count) }
      let (stops, seen) = gather(first..<end, words, from: count)
      if seen & TokenFlags.quoted.rawValue != 0 { quoted.append(Int32(truncatingIfNeeded: k)) }
      count = stops
      start = end
    }
    if start < view.tokens.count { _ = gather(start..<view.tokens.count, words, from: count) }
    writeTags()
    return count
  }

  /// Writes the tag of each ``TagCode``, eight at once.
  private func writeTags() {
    let count = min(view.tags.count, codes.count)
    guard let from = UnsafeRawPointer(codes.baseAddress),
      let to = UnsafeMutableRawPointer(view.tags.baseAddress)
    else { return }
    let whole = count & ~7
    for at in stride(from: 0, to: whole, by: 8) {
      let eight = from.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      to.storeBytes(of: TagCode.tags(ofEight: eight), toByteOffset: at, as: UInt64.self)
    }
    for k in whole..<count { view.tags[k] = TagCode.tag(codes[k]) }
  }

  /// Gives the words of a sentence their marks and fixed tags, and lists those that have none.
  ///
  /// There is hardly a branch in the loop, since nobody could foretell them: where a word is this or
  /// that, both are worked out, and -1, all ones, or 0 choose.
  ///
  /// - Parameter count: how many words are listed already.
  /// - Returns: how many are now, and the flags that some token has.
  private func gather(
    _ range: Range<Int>, _ words: SyntaxWords.View, from count: Int
  ) -> (stops: Int, seen: UInt32) {
    let (tokens, classes) = (view.tokens, view.classes)
    let (tables, marks, names, codes, stops) = (tables, marks, names, codes, stops)
    var count = count
    var seen: UInt64 = 0
    // Of the state before the sentence nothing is left.
    var row = TagRow(kept: 0, added: Tagger.State.start.rawValue)
    for i in range {
      let token = tokens[i]
      let known = classes[i]
      let flags = UInt64(token.flags.rawValue)
      seen |= flags
      let word = words[token.term].rawValue
      // The classes in the low bits are the closed ones: any of them carries into the bit above.
      let ofClosed = known & Tagger.closed.rawValue &+ Tagger.closed.rawValue
      let isClosed = (ofClosed >> FixedTags.firstOpen | word / SyntaxBits.closed.rawValue) & 1
      let isOther = isClosed | known / WordClass.splitAfter.rawValue & 1
      let open = UInt64(tables.open(known >> FixedTags.firstOpen))
      let ofWord = word >> SyntaxBits.codeShift & 0xFF | open & (isOther &- 1)
      let variant = UInt64(tables.variant(token.mark))
      let ofName = UInt64(names[i]) << TokenKind.nameShift
      let kind = tables.kind(
        flags & UInt64(TokenKind.flags.rawValue) | ofName | variant & UInt64(TagCode.ampersand))
      let ofMark = variant & (flags & UInt64(TokenFlags.spaceBefore.rawValue) ^ 0xE0)
      let code = UInt8(
        truncatingIfNeeded: UInt64(tables.kept(ofWord | kind & FixedTags.level)) | kind | ofMark)
      marks[i] = word | kind & ~0x3FF | isClosed &* SyntaxBits.closed.rawValue
      if word & Self.behindNoPreposition != 0 {
        // "at least 20": what stands before is no preposition, and adverbs leave the state as it is.
        if i > range.lowerBound, codes[i - 1] == PartOfSpeech.preposition.rawValue,
          word & SyntaxBits.least.rawValue != 0 || isUnderSecretary(i, range, words.under)
        {
          codes[i - 1] = PartOfSpeech.adverb.rawValue
          row = stops[count].row
        }
      }
      codes[i] = code
      stops[count] = TagStop(index: Int32(truncatingIfNeeded: i), row: row)
      let effect = tables.effect(code)
      row.note(effect)
      count &+= effect.stops
    }
    return (count, UInt32(truncatingIfNeeded: seen))
  }

  private static var behindNoPreposition: UInt64 {
    SyntaxBits.least.rawValue | SyntaxBits.secretary.rawValue
  }

  /// "the Under Secretary", "Under Secretary Doe met", but not "Under Secretary Doe, the department".
  @inline(never)
  private func isUnderSecretary(_ i: Int, _ range: Range<Int>, _ under: TermID) -> Bool {
    guard view.tokens[i - 1].term == under,
      view.tokens[i - 1].flags.contains(.capitalized), view.tokens[i].flags.contains(.capitalized)
    else { return false }
    guard i - 1 == range.lowerBound else { return true }
    for k in i + 1..<min(range.upperBound, max(i + 1, i + 6)) {
      if view.tokens[k].mark == UInt8(ascii: ",") { return false }
      let known = WordClass(rawValue: view.classes[k])
      if !known.isDisjoint(with: [.verbPast, .verb3sg, .modal, .aux, .prep]) { return true }
    }
    return false
  }

  /// By kind: person, organization, place.
  private static let lastMarks = [NameMark.lastOfPerson, NameMark.last, NameMark.lastOfPlace]

  func mark(_ mentions: [Mention]) {
    for mention in mentions where isName(mention) {
      let range = mention.tokens
      if mention.form == .adjective {
        for k in range where names[k] == NameMark.none { names[k] = NameMark.adjective }
        continue
      }
      // Most names have one word or two: the ends first, without asking how many they are.
      let (first, last) = (range.lowerBound, range.upperBound - 1)
      names[first] = NameMark.isLast(names[first]) ? names[first] : NameMark.inside
      names[last] = Self.lastMarks[Int(mention.kind.rawValue)]
      if first + 1 < last {
        for k in first + 1..<last where !NameMark.isLast(names[k]) { names[k] = NameMark.inside }
      }
    }
  }

  private func isName(_ mention: Mention) -> Bool {
    (mention.form == .name || mention.form == .adjective) && mention.tokens.lowerBound >= 0
      && mention.tokens.upperBound <= names.count && !mention.tokens.isEmpty
  }
}
