/// Where the phrases and verb groups of a document begin and end, a bit a token, so that
/// ``PhraseChunker`` goes from one to the next without asking the tokens between.
///
/// Eight tags are tested at once: each is a byte of a word, and a set of tags a range of numbers.
struct ChunkBits {
  /// Tokens that may begin a noun phrase or a verb group.
  let stops: UnsafeRawPointer
  /// Tokens that a noun phrase does not simply go on with.
  let breaks: UnsafeRawPointer
  /// Tokens before which a phrase may end although they go on with one: what stands behind a name or
  /// plural.
  let doubtful: UnsafeRawPointer
  /// Those of them that need a closer look whatever the words are: a number behind a name.
  let pairs: UnsafeRawPointer

  /// Tokens of which a ``window(_:_:)`` tells at least.
  static let reach = 57

  /// Bytes of a row, with room behind for a window.
  private static func stride(_ count: Int) -> Int { count >> 3 + 9 }

  /// Bytes that the bits of so many tokens take.
  static func size(tokens count: Int) -> Int { 4 * stride(count) }

  /// The bits from one token on, the lowest for that token.
  ///
  /// - Parameter token: at most the number of tokens.
  @inline(__always)
  static func window(_ row: UnsafeRawPointer, _ token: Int) -> UInt64 {
    UInt64(littleEndian: row.loadUnaligned(fromByteOffset: token >> 3, as: UInt64.self))
      >> UInt64(token & 7)
  }

  /// - Parameter room: at least ``size(tokens:)`` bytes, which must outlive the result.
  init?(
    _ tags: UnsafeMutableBufferPointer<PartOfSpeech>, _ names: UnsafeBufferPointer<UInt8>,
    in room: UnsafeMutableBufferPointer<UInt8>
  ) {
    let count = tags.count
    let stride = Self.stride(count)
    guard let base = room.baseAddress, room.count >= 4 * stride, names.count == count else {
      return nil
    }
    stops = UnsafeRawPointer(base)
    breaks = UnsafeRawPointer(base + stride)
    pairs = UnsafeRawPointer(base + 2 * stride)
    doubtful = UnsafeRawPointer(base + 3 * stride)
    let tagBytes = UnsafeRawBufferPointer(tags)
    let nameBytes = UnsafeRawBufferPointer(names)
    let whole = count >> 3
    var before = Before()
    for k in 0..<whole {
      let eight = Eight(
        UInt64(littleEndian: tagBytes.loadUnaligned(fromByteOffset: k << 3, as: UInt64.self)),
        UInt64(littleEndian: nameBytes.loadUnaligned(fromByteOffset: k << 3, as: UInt64.self)),
        &before)
      eight.write(base + k, stride)
    }
    var lastTags: UInt64 = 0
    var lastNames: UInt64 = 0
    for k in whole << 3..<count {
      lastTags |= UInt64(tagBytes[k]) << UInt64((k & 7) << 3)
      lastNames |= UInt64(nameBytes[k]) << UInt64((k & 7) << 3)
    }
    Eight(lastTags, lastNames, &before).write(base + whole, stride)
    for k in whole + 1..<stride { Eight.end.write(base + k, stride) }
  }

  /// What the eight tokens before say of the next one, in their highest bytes.
  private struct Before {
    var pronoun: UInt64 = 0
    var name: UInt64 = 0
    var marked: UInt64 = 0
    var place: UInt64 = 0
  }

  /// The bits of eight tokens.
  private struct Eight {
    let stops: UInt8
    let breaks: UInt8
    let pairs: UInt8
    let doubtful: UInt8

    private init(stops: UInt8, breaks: UInt8, pairs: UInt8, doubtful: UInt8) {
      self.stops = stops
      self.breaks = breaks
      self.pairs = pairs
      self.doubtful = doubtful
    }

    /// What stands behind the text.
    static var end: Eight { Eight(stops: 0, breaks: 0xFF, pairs: 0, doubtful: 0) }

    @inline(__always)
    init(_ tags: UInt64, _ names: UInt64, _ before: inout Before) {
      // The highest bit of each byte says whether the tag is in the set.
      let fromNoun = Self.atLeast(.noun, tags)
      let fromPlural = Self.atLeast(.nounPlural, tags)
      let fromNumber = Self.atLeast(.number, tags)
      let fromPronoun = Self.atLeast(.pronoun, tags)
      let fromDeterminer = Self.atLeast(.determiner, tags)
      let goesOn = fromNoun & ~fromDeterminer
      let pronoun = fromPronoun & ~fromNoun
      let name = fromPlural & ~fromNumber
      let marked = names &+ (0x80 - 1) &* Self.ones
      let place = names &+ UInt64(0x80 - NameMark.lastOfPlace) &* Self.ones
      let behindName = name << 8 | before.name >> 56
      let behindNamed = marked << 8 | before.marked >> 56
      let behindPlace = place << 8 | before.place >> 56
      let number = fromNumber & ~Self.atLeast(.adjective, tags)
      stops = Self.gather(fromPronoun & ~Self.atLeast(.possessive, tags))
      breaks = Self.gather(~goesOn | pronoun << 8 | before.pronoun >> 56)
      let named = behindNamed & number | behindPlace & goesOn
      pairs = Self.gather(behindName & fromNumber & goesOn | named)
      doubtful = Self.gather(behindName & goesOn | named)
      before = Before(pronoun: pronoun, name: name, marked: marked, place: place)
    }

    @inline(__always)
    func write(_ place: UnsafeMutablePointer<UInt8>, _ stride: Int) {
      place[0] = stops
      place[stride] = breaks
      place[2 * stride] = pairs
      place[3 * stride] = doubtful
    }

    @inline(__always)
    private static var ones: UInt64 { 0x0101_0101_0101_0101 }

    @inline(__always)
    private static func atLeast(_ tag: PartOfSpeech, _ tags: UInt64) -> UInt64 {
      tags &+ UInt64(0x80 - tag.rawValue) &* ones
    }

    /// The highest bits of the bytes, side by side: the product moves each to a place of its own.
    @inline(__always)
    private static func gather(_ bytes: UInt64) -> UInt8 {
      UInt8(truncatingIfNeeded: ((bytes >> 7 & ones) &* 0x0102_0408_1020_4080) >> 56)
    }
  }
}
