/// Compiles packs into the one blob that ``Knowledge`` reads in place.
///
/// The built-in English pack goes through the same steps as a user's; it is only compiled earlier.
struct PackCompiler {
  private var builder = LexiconBuilder()
  /// Blob rule names: lists and rules, `pack/name`; the first is empty.
  private var ruleNames: [String] = [""]
  private var phrases: [String] = []
  private var weights: [String] = []
  /// Rules of the packs so far.
  private var rules = RuleBook()
  /// Everything that was wrong; the rest of each pack is still taken.
  private(set) var errors: [PackError] = []
  private let limits: PackLimits

  init(base: Knowledge? = nil, limits: PackLimits = PackLimits()) {
    self.limits = limits
    if let base { adopt(base) }
  }

  private mutating func adopt(_ base: Knowledge) {
    builder.adopt(base.lexicon)
    for (name, terms) in base.lists { builder.adopt(list: name, terms: terms) }
    ruleNames = base.blobRuleNames
    phrases = base.phrases.all
    weights = base.weightRows
    rules = base.rules
  }

  // MARK: Adding a pack

  /// Adds a pack; what is wrong with it is appended to ``errors``.
  mutating func add(_ pack: PackSource) {
    var tables: [(PackSource.File, PackTable)] = []
    var ruleFiles: [RuleSource] = []
    for file in limited(pack) {
      if file.path.hasSuffix(".rules") {
        ruleFiles.append(RuleSource(path: "\(pack.name)/\(file.path)", text: file.bytes))
        continue
      }
      do {
        tables.append((file, try PackTable(file, limits: limits)))
      } catch {
        errors.append(error)
      }
    }
    rank(tables.map(\.1).filter { $0.kind == .words })
    for (file, table) in tables where table.kind == .words { add(words: table, file.path) }
    // Names are cut by the tokenizer, which needs the words.
    let names = tables.filter { $0.1.kind == .names }
    if !names.isEmpty { add(names: names, pack: pack.name) }
    for (file, table) in tables {
      switch table.kind {
      case .phrases:
        for row in table.rows {
          phrases.append("\(table.list)\t\(row.field(0))\t\(row.field(1))")
        }
      case .weights:
        for row in table.rows { weights.append(row.fields.joined(separator: "\t")) }
      default: break
      }
      _ = file
    }
    if !ruleFiles.isEmpty { add(rules: ruleFiles, pack: pack.name) }
  }

  /// The files of a pack that stay within its size; what is beyond is reported.
  private mutating func limited(_ pack: PackSource) -> [PackSource.File] {
    var bytes = 0
    var lines = builder.words.count
    return pack.files.filter { file in
      bytes += file.bytes.count
      // A row adds a few words at most, and a word id has 20 bits.
      if file.path.hasSuffix(".tsv") { lines += file.bytes.count { $0 == 0x0A } + 1 }
      if bytes > limits.packBytes {
        report(file.path, 0, .packTooLarge(bytes: limits.packBytes))
      } else if lines > limits.rows {
        report(file.path, 0, .tooManyRows(limit: limits.rows))
      } else {
        return true
      }
      return false
    }
  }

  /// Compiles the rule files of a pack, whose words may add to the lexicon.
  private mutating func add(rules files: [RuleSource], pack: String) {
    let words = RuleWords(builder, phrases: phrases)
    builder = LexiconBuilder()
    let result = RuleCompiler.compile(
      pack: pack, sources: files, vocabulary: words.vocabulary, earlier: rules.predicates,
      earlierRules: rules.ruleNames)
    builder = words.builder
    for found in result.diagnostics {
      errors.append(
        PackError(file: found.path, line: found.line, kind: .rule(found.description)))
    }
    guard let compiled = result.rules else { return }
    rules.add(compiled, firstRule: RuleID(ruleNames.count))
    ruleNames += (0..<compiled.ruleCount).map(compiled.ruleName)
  }

  /// Gives frequent words the lowest ids.
  ///
  /// Every stage keeps something a term; so what a text needs of that lies close together and stays
  /// in the processor's cache.
  private mutating func rank(_ tables: [PackTable]) {
    var words: [(word: [UInt8], rank: Int)] = []
    for table in tables {
      for row in table.rows {
        guard let word = Folding.fold(String(row.field(0))), !word.isEmpty else { continue }
        var rank = 0
        for part in row.field(3).split(separator: " ") {
          guard let equals = part.firstIndex(of: "="),
            let value = Int(part[part.index(after: equals)...])
          else { continue }
          rank = max(rank, part.hasPrefix("common") ? 256 + value : value)
        }
        // A word that no frequency is known of stands in a list that people wrote: it is in use.
        words.append((word, row.field(3).isEmpty ? 256 + 200 : rank))
      }
    }
    // Stable, and shorter words first, which are the more frequent ones within a step of the scale.
    let order = words.indices.sorted {
      (-words[$0].rank, words[$0].word.count, $0) < (-words[$1].rank, words[$1].word.count, $1)
    }
    for k in order { _ = builder.term(words[k].word) }
  }

  private mutating func add(words table: PackTable, _ path: String) {
    let bits = Dictionary(
      uniqueKeysWithValues: WordClass.names.enumerated().map { ($1, UInt64(1) << UInt64($0)) })
    for row in table.rows {
      let word = String(row.field(0))
      if word.contains(" ") {
        report(path, row.line, .notOneWord(word))
        continue
      }
      guard let folded = Folding.fold(word), !folded.isEmpty else {
        report(path, row.line, word.isEmpty ? .missingColumn("word") : .wordTooLong(word))
        continue
      }
      let term = builder.term(folded)
      if term == 0 {
        report(path, row.line, .tooManyWords)
        continue
      }
      var classes: UInt64 = 0
      for name in row.field(1).split(separator: " ") {
        if let bit = bits[String(name)] {
          classes |= bit
        } else {
          builder.add(term: term, toList: String(name))
        }
      }
      var lemma: TermID?
      if let base = Folding.fold(String(row.field(2))), !base.isEmpty { lemma = builder.term(base) }
      var score: UInt32 = 0
      for part in row.field(3).split(separator: " ") {
        let pair = part.split(separator: "=")
        let shift: UInt32? = ["first": 0, "last": 8, "common": 16][
          pair.first.map(String.init) ?? ""]
        guard pair.count == 2, let shift, let value = UInt32(pair[1]), value < 256 else {
          report(path, row.line, .badScore(String(part)))
          continue
        }
        score |= value << shift
      }
      builder.add(term: term, classes: classes, lemma: lemma, score: score)
    }
  }

  private mutating func add(names tables: [(PackSource.File, PackTable)], pack: String) {
    // Canonical names first: a row gets an id of its own only if others refer to it.
    for (_, table) in tables {
      for row in table.rows {
        _ = builder.name(row.field(3))
        _ = builder.name(row.field(4))
      }
    }
    var words = BlobWriter()
    builder.write(into: &words)
    let tokenizer = Tokenizer(lexicon: Lexicon(storage: BlobStorage(copying: words.bytes())))
    var tokens = TokenTable()
    for (file, table) in tables {
      let rule = registerRule("\(pack)/\(table.list)")
      for row in table.rows {
        add(name: row, file.path, list: UInt16(truncatingIfNeeded: rule), tokenizer, &tokens)
      }
    }
  }

  private mutating func add(
    name row: TableRow, _ path: String, list: UInt16, _ tokenizer: Tokenizer,
    _ tokens: inout TokenTable
  ) {
    let text = row.field(0)
    if text.isEmpty { return report(path, row.line, .missingColumn("name")) }
    guard let kind = SenseKind(word: String(row.field(1))) else {
      return report(path, row.line, .unknownKind(String(row.field(1))))
    }
    var flags: SenseFlags = []
    var population: UInt8 = 0
    for name in row.field(2).split(separator: " ") {
      if let bit = SenseFlags.names.firstIndex(of: String(name)) {
        flags.insert(SenseFlags(rawValue: 1 << UInt32(bit)))
      } else if name.hasPrefix("pop="), let value = UInt8(name.dropFirst(4)) {
        population = value
      } else {
        report(path, row.line, .unknownFlag(String(name)))
      }
    }
    Array(text.utf8).withUnsafeBufferPointer { tokenizer.run($0, into: &tokens) }
    guard tokens.tokens.count <= limits.nameTokens else {
      return report(path, row.line, .nameTooLong(limit: limits.nameTokens))
    }
    if let head = tokens.tokens.first, !head.flags.contains(.capitalized),
      head.flags.contains(.word)
    {
      flags.insert(.lower)
    }
    let bytes = Array(text.utf8)
    var terms: [TermID] = []
    for token in tokens.tokens {
      if token.flags.contains(.punctuation) {
        // A mark inside a name is matched by its stand-in (see `Gazetteer`).
        terms.append(builder.term([token.mark == 0 ? UInt8(ascii: "?") : token.mark]))
      } else if let folded = Folding.fold(
        String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self))
      {
        terms.append(builder.term(folded))
      } else {
        return report(path, row.line, .wordTooLong(String(text)))
      }
    }
    if terms.isEmpty { return report(path, row.line, .missingColumn("name")) }
    if terms.contains(0) { return report(path, row.line, .tooManyWords) }
    let canonical =
      row.field(3).isEmpty
      ? (kind == .demonym ? 0 : builder.knownName(text)) : builder.name(row.field(3))
    let own = pack(of: list)
    let sense = Sense(
      kind: kind, population: population, list: list, flags: flags, canonical: canonical,
      of: builder.name(row.field(4)))
    let names = ruleNames
    var isAdded = builder.add(name: terms, sense: sense) { Self.pack(of: $0, names) == own }
    // Texts write "Ernst & Young" with "and" as well.
    let sign = builder.term([UInt8(ascii: "&")])
    if kind == .organization, terms.count > 2, terms.contains(sign) {
      let and = builder.term(Array("and".utf8))
      let words = terms.map { $0 == sign ? and : $0 }
      isAdded =
        builder.add(name: words, sense: sense) { Self.pack(of: $0, names) == own } && isAdded
    }
    if !isAdded { report(path, row.line, .tooManyReadings(limit: PackLimits.readings)) }
  }

  private func pack(of list: UInt16) -> Substring { Self.pack(of: list, ruleNames) }

  private static func pack(of list: UInt16, _ names: [String]) -> Substring {
    Int(list) < names.count ? names[Int(list)].prefix { $0 != "/" } : ""
  }

  private mutating func registerRule(_ name: String) -> Int {
    if let known = ruleNames.firstIndex(of: name) { return known }
    ruleNames.append(name)
    return ruleNames.count - 1
  }

  private mutating func report(_ file: String, _ line: Int, _ kind: PackError.Kind) {
    errors.append(PackError(file: file, line: line, kind: kind))
  }

  // MARK: Result

  /// The blob of everything added so far.
  mutating func compile() -> [UInt8] {
    for word in builder.crowdedWords() { report("pack", 0, .crowded(word)) }
    var blob = BlobWriter()
    builder.write(into: &blob)
    blob.add(.phrases, Array(PhraseRows.sorted(phrases).joined(separator: "\n").utf8))
    blob.add(.weights, Array(weights.joined(separator: "\n").utf8))
    blob.add(.rules, rules.serialize())
    blob.add(.ruleNames, Array(ruleNames.joined(separator: "\n").utf8))
    return blob.bytes()
  }
}
