@testable import EntityGraph

/// Compiles small packs and marks up small documents for the tests of the rule language.
struct RuleWorkbench {
  /// A word with its classes and lists, one a line.
  static let words = """
    the det | a det | an det | of prep | for prep | at prep | in prep | by prep | and conj
    spokeswoman role noun | minister role noun | deputy role.mod | former role.out | prime role.mod
    said say verb.past | met verb.past | killed verb.past verb.part | general rank noun
    troops force noun.pl | soldiers force people noun.pl | mr honorific weak | letter noun message
    monday weekday | ministry org.head | killing noun | over adv common | he pron | wife kin
    """

  private let words: RuleWords
  private let lexicon: Lexicon

  init() {
    var builder = LexiconBuilder()
    for entry in Self.words.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
      let parts = entry.split(separator: " ").map(String.init)
      let term = builder.term(Array(parts[0].utf8))
      for name in parts.dropFirst() {
        if let bit = WordClass.names.firstIndex(of: name) {
          builder.add(term: term, classes: 1 << UInt64(bit), lemma: nil, score: 0)
        } else {
          builder.add(term: term, toList: name)
        }
      }
    }
    // Frequent words, so that the choice of anchors has something to choose from.
    for word in ["the", "a", "of"] {
      builder.add(term: builder.term(Array(word.utf8)), classes: 0, lemma: nil, score: 240 << 16)
    }
    words = RuleWords(
      builder, phrases: ["titles\tprime minister\t", "titles\tchair of the board\t"])
    lexicon = Lexicon(storage: BlobStorage(copying: Self.blob(builder)))
  }

  private static func blob(_ builder: LexiconBuilder) -> [UInt8] {
    var blob = BlobWriter()
    builder.write(into: &blob)
    return blob.bytes()
  }

  func compile(
    _ text: String, path: String = "test.rules", limits: RuleLimits = RuleLimits(),
    earlier: [Predicate] = [], earlierRules: [String] = []
  ) -> RuleCompilation {
    RuleCompiler.compile(
      pack: "test", sources: [RuleSource(path: path, text: text)], vocabulary: words.vocabulary,
      earlier: earlier, earlierRules: earlierRules, limits: limits)
  }

  /// A document with the lexicon as it is after compiling, which knows the words of the rules.
  func document(_ marked: String) -> MarkedDocument {
    MarkedDocument(
      marked, lexicon: Lexicon(storage: BlobStorage(copying: Self.blob(words.builder))))
  }
}

/// A document whose mentions and verb groups are given: `{person:Jane Doe}`,
/// `{place.adjective+country:Iraqi}`, `{role:deputy head}`, `{verb.passive=kill:was killed}`,
/// `{np.plural:the troops}`. Sentences end at ` // `.
struct MarkedDocument {
  var text: [UInt8] = []
  var table = TokenTable()
  var sentences: [Sentence] = []
  var mentions: [MentionView] = []
  var chunks = Chunks()

  private struct Mark {
    var head: String
    var start: Int
    var end: Int
  }

  init(_ marked: String, lexicon: Lexicon) {
    var open: [Mark] = []
    var marks: [Mark] = []
    var borders: [Int] = []
    var rest = Substring(marked)
    while let c = rest.first {
      if rest.hasPrefix(" // ") {
        borders.append(text.count)
        text.append(UInt8(ascii: " "))
        rest = rest.dropFirst(4)
      } else if c == "{", let colon = rest.firstIndex(of: ":") {
        open.append(
          Mark(
            head: String(rest[rest.index(after: rest.startIndex)..<colon]), start: text.count,
            end: 0))
        rest = rest[rest.index(after: colon)...]
      } else if c == "}", var last = open.popLast() {
        last.end = text.count
        marks.append(last)
        rest = rest.dropFirst()
      } else {
        text += Array(String(c).utf8)
        rest = rest.dropFirst()
      }
    }
    let tokenizer = Tokenizer(lexicon: lexicon)
    text.withUnsafeBufferPointer { tokenizer.run($0, into: &table) }
    var first = 0
    for border in borders + [text.count] {
      let end = table.tokens.firstIndex { Int($0.start) >= border } ?? table.tokens.count
      if end > first {
        sentences.append(Sentence(first: Int32(first), end: Int32(end), line: .running))
      }
      first = end
    }
    chunks.verbAt = table.tokens.map { _ in -1 }
    chunks.phraseAt = chunks.verbAt
    for mark in marks.sorted(by: { $0.start < $1.start }) { add(mark, lexicon) }
  }

  private mutating func add(_ mark: Mark, _ lexicon: Lexicon) {
    guard let first = table.tokens.firstIndex(where: { Int($0.start) >= mark.start }) else {
      return
    }
    let end = table.tokens.firstIndex { Int($0.start) >= mark.end } ?? table.tokens.count
    let (head, lemma) = Self.split(mark.head, "=")
    let (names, trait) = Self.split(head, "+")
    let attributes = names.split(separator: ".").map(String.init)
    let word = lemma.isEmpty ? table.tokens[end - 1].term : lexicon.term(lemma)
    let sentence = Int32(sentences.firstIndex { $0.tokens.contains(first) } ?? 0)
    if attributes[0] == "verb" {
      var group = VerbGroup(
        first: Int32(first), end: Int32(end), head: Int32(end - 1), lemma: word,
        sentence: sentence, flags: [])
      if mark.head.contains("_") {
        // `set_up`: the last token is the particle.
        let (base, _) = Self.split(lemma, "_")
        (group.head, group.particle, group.lemma) = (
          Int32(end - 2), Int32(end - 1), lexicon.term(base)
        )
      }
      for name in attributes.dropFirst() {
        guard let bit = ChunkAttribute.verb.first(where: { $0.name == name }) else { continue }
        group.flags.insert(VerbGroupFlags(rawValue: bit.bits))
      }
      for token in first..<end { chunks.verbAt[token] = Int32(chunks.verbGroups.count) }
      chunks.verbGroups.append(group)
    } else if attributes[0] == "np" {
      var phrase = NounPhrase(
        first: Int32(first), end: Int32(end), head: Int32(end - 1), lemma: word,
        sentence: sentence, flags: [])
      for name in attributes.dropFirst() {
        guard let bit = ChunkAttribute.phrase.first(where: { $0.name == name }) else { continue }
        phrase.flags.insert(NounPhraseFlags(rawValue: bit.bits))
      }
      for token in first..<end { chunks.phraseAt[token] = Int32(chunks.nounPhrases.count) }
      chunks.nounPhrases.append(phrase)
    } else {
      let forms = PatternResolver.forms
      let form = attributes.dropFirst().first.flatMap { forms.firstIndex(of: $0) } ?? 0
      let bit = SenseFlags.names.firstIndex(of: trait)
      mentions.append(
        MentionView(
          first: Int32(first), end: Int32(end),
          kinds: attributes[0] == "role" ? .role : KindMask(word: attributes[0]) ?? [],
          form: MentionForm(rawValue: UInt8(form)) ?? .name,
          traits: bit.map { 1 << UInt32($0) } ?? 0, reference: Int32(mentions.count)))
    }
  }

  private static func split(_ text: String, _ mark: Character) -> (String, String) {
    let parts = text.split(separator: mark, maxSplits: 1).map(String.init)
    return (parts[0], parts.count > 1 ? parts[1] : "")
  }

  /// The text of a token range.
  func words(_ first: Int32, _ end: Int32) -> String {
    guard first >= 0, first < end else { return "" }
    return String(
      decoding: text[Int(table.tokens[Int(first)].start)..<Int(table.tokens[Int(end) - 1].end)],
      as: UTF8.self)
  }

  /// Runs the fast matcher.
  func matches(
    _ rules: CompiledRules, _ target: RuleTarget = .relation,
    matcher: inout RuleMatcher
  ) -> [RuleMatch] {
    var found: [RuleMatch] = []
    var index = MentionIndex()
    index.rebuild(mentions, tokenCount: table.tokens.count)
    text.withUnsafeBufferPointer { text in
      _ = MatchContext.with(text: text, tokens: table, mentions: index, chunks: chunks) { context in
        matcher.run(target, of: rules, in: context, sentences: sentences, into: &found)
      }
    }
    return found
  }

  /// `subject=Jane Doe label=… object=…` for a match, in the order of the slots.
  func shown(_ match: RuleMatch, _ target: RuleTarget) -> String {
    let captures = [match.captures.0, match.captures.1, match.captures.2]
    return zip(target.captures, captures).filter(\.1.isSet)
      .map { "\($0)=\(words($1.first, $1.end))" }.joined(separator: " ")
  }
}
