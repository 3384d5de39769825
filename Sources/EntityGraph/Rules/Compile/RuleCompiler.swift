/// What became of a pack's rule files.
struct RuleCompilation {
  /// Nil only if the compiler itself is at fault.
  var rules: CompiledRules?
  var diagnostics: [RuleDiagnostic]
  /// The resolved patterns by rule, from which the programs were made.
  var patterns: [Int: ResolvedNode]
  var lists: ListTable
}

/// Compiles the rule files of one pack.
///
/// Rules with an error are left out and reported, the others are compiled: one bad rule does not
/// cost a user the rest of the pack.
struct RuleCompiler {
  let pack: String
  let sources: [RuleSource]
  let limits: RuleLimits
  /// Predicates of the packs before this one.
  let earlier: [Predicate]
  private(set) var diagnostics: [RuleDiagnostic] = []
  var problems: [(RuleProblem, SourceRange)] = []
  var resolver: PatternResolver
  var emitter: ProgramEmitter
  private var predicates: [Predicate] = []
  private var predicateRanges: [String: SourceRange] = [:]
  var anchors = [AnchorIndexBuilder](
    repeating: AnchorIndexBuilder(), count: RuleTarget.allCases.count)
  var ruleWords: [UInt32] = []
  var patterns: [Int: ResolvedNode] = [:]
  var frames = FrameWriter()
  private let files: [RuleFile]
  private let vocabulary: RuleVocabulary

  /// Compiles a pack.
  ///
  /// - Parameters:
  ///   - pack: its name, the first part of its rules' ids.
  ///   - earlier: the predicates that packs before this one declare.
  ///   - earlierRules: the rules of those packs as `pack/rule`, which this pack may switch off.
  /// - Returns: the rules and what was wrong, in the order of files and lines.
  static func compile(
    pack: String, sources: [RuleSource], vocabulary: RuleVocabulary, earlier: [Predicate] = [],
    earlierRules: [String] = [], limits: RuleLimits = RuleLimits()
  ) -> RuleCompilation {
    var compiler = RuleCompiler(
      pack: pack, sources: sources, vocabulary: vocabulary, earlier: earlier, limits: limits)
    compiler.checkDisables(earlierRules)
    let bytes = compiler.run()
    return RuleCompilation(
      rules: try? CompiledRules(bytes: bytes), diagnostics: compiler.diagnostics,
      patterns: compiler.patterns, lists: compiler.resolver.lists)
  }

  private init(
    pack: String, sources: [RuleSource], vocabulary: RuleVocabulary, earlier: [Predicate],
    limits: RuleLimits
  ) {
    (self.pack, self.sources, self.vocabulary) = (pack, sources, vocabulary)
    (self.limits, self.earlier) = (limits, earlier)
    var files: [RuleFile] = []
    var problems: [(RuleProblem, SourceRange)] = []
    for (index, source) in sources.enumerated() {
      let (file, found) = RuleParser.parse(source, file: index, limits: limits)
      files.append(file)
      problems += found
    }
    self.files = files
    var strings = StringTable()
    _ = strings.add(pack)
    emitter = ProgramEmitter(strings: strings, limit: limits.instructions)
    var patterns: [String: PatternDeclaration] = [:]
    var lists: [String: ListDeclaration] = [:]
    func first(_ range: SourceRange) -> String {
      let (line, _) = sources[Int(range.file)].position(of: Int(range.start))
      return "\(sources[Int(range.file)].path):\(line)"
    }
    for file in files {
      for declared in file.patterns {
        let name = declared.name
        let reserved =
          KindMask(word: name.text) != nil || ["role", "np", "verb"].contains(name.text)
        if reserved {
          problems.append(
            (.notHere("'\(name.text)'", reason: "it is the name of an element"), name.range))
        } else if let known = patterns[name.text] {
          problems.append(
            (.duplicate(.pattern, name.text, first: first(known.name.range)), name.range))
        } else {
          patterns[name.text] = declared
        }
      }
      for declared in file.lists {
        let name = declared.name
        if let known = lists[name.text] {
          problems.append(
            (.duplicate(.list, name.text, first: first(known.name.range)), name.range))
        } else if WordClass.names.contains(name.text) {
          problems.append(
            (.notHere("'\(name.text)'", reason: "it is the name of a word class"), name.range))
        } else {
          lists[name.text] = declared
        }
      }
    }
    self.problems = problems
    resolver = PatternResolver(
      vocabulary: vocabulary, patterns: patterns, declaredLists: lists, limits: limits)
  }

  func place(of range: SourceRange) -> String {
    let (line, _) = sources[Int(range.file)].position(of: Int(range.start))
    return "\(sources[Int(range.file)].path):\(line)"
  }

  private mutating func run() -> [UInt8] {
    for file in files { for relation in file.relations { declare(relation) } }
    var seen: [String: SourceRange] = [:]
    var examples = ExampleWriter()
    var all = 0
    for rule in files.flatMap(\.rules) {
      if let first = seen[rule.name.text] {
        problems.append(
          (.duplicate(.rule, rule.name.text, first: place(of: first)), rule.name.range))
        continue
      }
      seen[rule.name.text] = rule.name.range
      all += 1
      if all > limits.rules {
        problems.append(
          (.tooLarge(what: "this pack", limit: limits.rules, unit: "rules"), rule.name.range))
        break
      }
      let index = ruleWords.count / CompiledRule.words
      let compiled = rule.isFrame ? compile(frame: rule, as: index) : compile(rule, as: index)
      problems += resolver.takeProblems()
      guard compiled else { continue }
      for example in rule.examples {
        examples.add(example, rule: index, sources: sources, emitter: &emitter)
      }
      if emitter.code.count > limits.packInstructions {
        problems.append(
          (
            .tooLarge(what: "this pack", limit: limits.packInstructions, unit: "instructions"),
            rule.name.range
          ))
        break
      }
    }
    report()
    return image(examples.words)
  }

  private mutating func declare(_ relation: RelationDeclaration) {
    let name = relation.name
    let made = Predicate(
      name: name.text, subjects: relation.subjects.kinds, objects: relation.objects.kinds,
      isSymmetric: relation.isSymmetric)
    if let first = predicateRanges[name.text] {
      problems.append((.duplicate(.predicate, name.text, first: place(of: first)), name.range))
    } else if RuleTarget.allCases.dropFirst().contains(where: { "\($0)" == name.text }) {
      problems.append(
        (.notHere("'\(name.text)'", reason: "it is the name of another target"), name.range))
    } else if let known = earlier.first(where: { $0.name == name.text }) {
      // Saying the same again lets a pack be checked on its own.
      if known != made {
        problems.append(
          (.duplicate(.predicate, name.text, first: "a pack before this one"), name.range))
      }
    } else {
      predicateRanges[name.text] = name.range
      predicates.append(made)
    }
  }

  private mutating func checkDisables(_ earlierRules: [String]) {
    let known = earlierRules + files.flatMap(\.rules).map { "\(pack)/\($0.name.text)" }
    for name in files.flatMap(\.disables) where !known.contains(name.text) {
      let near = Suggestion.nearest(to: name.text, among: known)
      problems.append((.unknown(.rule, name.text, suggestion: near), name.range))
    }
  }

  /// The id and signature of a predicate, reported if there is none.
  mutating func predicate(_ name: NamedRange) -> (id: PredicateID, predicate: Predicate)? {
    let known = earlier + predicates
    if let index = known.firstIndex(where: { $0.name == name.text }) {
      return (PredicateID(truncatingIfNeeded: index), known[index])
    }
    let near = Suggestion.nearest(
      to: name.text, among: known.map(\.name) + ["role", "mention", "nominal", "alias"])
    problems.append((.unknown(.predicate, name.text, suggestion: near), name.range))
    return nil
  }

  private mutating func report() {
    let sorted = problems.sorted {
      ($0.1.file, $0.1.start, $0.1.end) < ($1.1.file, $1.1.start, $1.1.end)
    }
    diagnostics = sorted.prefix(limits.diagnostics).map {
      RuleDiagnostic($0.0, at: $0.1, in: sources)
    }
    if sorted.count > limits.diagnostics, let last = sorted.last {
      diagnostics.append(
        RuleDiagnostic(
          .tooManyProblems(sorted.count - limits.diagnostics), at: last.1, in: sources))
    }
  }

  private mutating func image(_ examples: [UInt32]) -> [UInt8] {
    var sections = [[UInt32]](repeating: [], count: RuleSection.anchors.rawValue)
    func set(_ section: RuleSection, _ words: [UInt32]) { sections[section.rawValue] = words }
    let disables = files.flatMap(\.disables).map { UInt32(emitter.intern($0.text)) }
    let own = predicates.flatMap { predicate -> [UInt32] in
      let kinds =
        UInt32(KindMask(predicate.subjects).rawValue)
        | UInt32(KindMask(predicate.objects).rawValue) << 8
      return [UInt32(emitter.intern(predicate.name)), kinds, predicate.isSymmetric ? 1 : 0]
    }
    var text: [UInt8] = []
    var offsets: [UInt32] = [0]
    let packString = UInt32(emitter.intern(pack))
    for string in emitter.strings.texts {
      text += Array(string.utf8)
      offsets.append(UInt32(text.count))
    }
    let lists = resolver.lists.lists
    let pairs = lists.enumerated().flatMap { list in
      list.element.singles.sorted().map { (UInt32(list.offset), $0) }
    }
    let phrases = PhraseSet.build(
      lists.enumerated().flatMap { list in
        list.element.phrases.map { (UInt32(list.offset), $0) }
      })
    set(.meta, [packString])
    set(.stringOffsets, offsets)
    set(.rules, ruleWords)
    set(.predicates, own)
    set(.code, emitter.code.flatMap { [$0.head, $0.a, $0.b, $0.c] })
    set(.heads, emitter.heads)
    set(.lists, PairSet.build(pairs))
    set(.phraseSlots, phrases.slots)
    set(.phrasePool, phrases.pool)
    let (verbs, nouns, postings) = frames.index(resolver.lists)
    set(.frames, frames.words)
    set(.frameSlots, frames.slots)
    set(.verbFrames, verbs)
    set(.nounFrames, nouns)
    set(.framePostings, postings)
    set(.disables, disables)
    set(.examples, examples)
    sections += anchors.flatMap { $0.sections(resolver.lists) }
    return RuleImage.write(sections, strings: text)
  }
}
