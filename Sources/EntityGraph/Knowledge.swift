import CKnowledge

/// Everything that packs say: words, names, rules, predicates. Immutable and shared by all workers.
public final class Knowledge: Sendable {
  public let lexicon: Lexicon
  /// Indexed by ``PredicateID``.
  public let predicates: [Predicate]
  /// The compiled rules of all packs.
  let rules: RuleBook
  private let storage: BlobStorage
  /// Names of the rules and lists of all packs: `pack/name`; the first is empty.
  let blobRuleNames: [String]
  /// Lists that packs define, with their words.
  let lists: [(name: String, terms: [TermID])]

  /// Reads compiled knowledge.
  ///
  /// - Throws: ``PackError`` if the bytes are not what `graphgen compile` writes.
  init(storage: BlobStorage) throws(PackError) {
    self.storage = storage
    lexicon = Lexicon(storage: storage)
    if storage.section(.termKinds, as: UInt16.self).isEmpty {
      throw PackError(file: "knowledge", line: 0, kind: .damaged)
    }
    do {
      rules = try RuleBook(bytes: storage.section(.rules, as: UInt8.self))
    } catch {
      throw PackError(file: "knowledge", line: 0, kind: .damaged)
    }
    predicates = rules.predicates
    blobRuleNames = Self.lines(storage, .ruleNames)
    lists = Self.lists(storage)
  }

  /// The knowledge that is compiled into the library.
  public static func builtIn() throws(PackError) -> Knowledge {
    try Knowledge(
      storage: BlobStorage(
        immortal: UnsafeRawPointer(eg_english_bytes()), count: Int(eg_english_count())))
  }

  /// Knowledge that `graphgen compile` wrote to a file; only for files of one's own.
  public static func compiled(_ file: String) throws(PackError) -> Knowledge {
    let bytes = try PackSource.read(file, limits: PackLimits())
    return try Knowledge(storage: BlobStorage(copying: bytes))
  }

  /// Compiles packs on top of `base` (nil: instead of it).
  ///
  /// - Returns: the knowledge and what was wrong with single rows and rules; those are left out.
  public static func compile(
    _ packs: [PackSource], base: Knowledge?
  ) throws(PackError) -> (knowledge: Knowledge, errors: [PackError]) {
    let (bytes, errors) = blob(packs, base: base)
    return (try Knowledge(storage: BlobStorage(copying: bytes)), errors)
  }

  /// The compiled form of packs, as `Sources/CKnowledge/english.bin` holds it.
  public static func blob(
    _ packs: [PackSource], base: Knowledge?
  ) -> (bytes: [UInt8], errors: [PackError]) {
    var compiler = PackCompiler(base: base)
    for pack in packs { compiler.add(pack) }
    return (compiler.compile(), compiler.errors)
  }

  // MARK: Names of rules

  /// The text form of a rule, list, sieve or step of the engine.
  public func ruleName(_ id: RuleID) -> String {
    if id & EngineRule.bit != 0 { return EngineRule.name(id) }
    return Int(id) < blobRuleNames.count ? blobRuleNames[Int(id)] : ""
  }

  /// The words for a relation: those of the text that state it, or the label that its rule gives.
  public func label(of relation: RelationMention, in text: [UInt8]) -> String {
    let words = rules.label(relation.rule) ?? Passage.string(relation.label, of: text)
    return relation.isFormer ? Self.former(words) : words
  }

  /// The label of a role that somebody no longer holds.
  static func former(_ role: String) -> String { "former " + role }

  /// A canonical name of the lexicon; empty for 0.
  public func canonicalName(_ id: NameID) -> String { lexicon.name(id) }

  // MARK: Tables

  /// The words of a list, empty if no pack has it.
  func list(_ name: String) -> [TermID] { lists.first { $0.name == name }?.terms ?? [] }

  private static func lists(_ storage: BlobStorage) -> [(name: String, terms: [TermID])] {
    let names = lines(storage, .listNames)
    let offsets = storage.section(.listOffsets, as: UInt32.self)
    let terms = storage.section(.listTerms, as: UInt32.self)
    guard offsets.count == names.count + 1 else { return [] }
    return names.indices.map { k in
      (names[k], Array(terms[Int(offsets[k])..<Int(offsets[k + 1])]))
    }
  }

  /// The rows of `phrases` tables.
  var phrases: PhraseRows { PhraseRows(storage) }
  var weightRows: [String] { Self.lines(storage, .weights).filter { !$0.isEmpty } }

  /// The points of names' features.
  var nameWeights: NameWeights {
    NameWeights.parse(Self.rows(storage.section(.weights, as: UInt8.self))).weights
  }

  private static func lines(_ storage: BlobStorage, _ section: BlobSection) -> [String] {
    rows(storage.section(section, as: UInt8.self)).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func rows(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [UnsafeBufferPointer<UInt8>] {
    var rows: [UnsafeBufferPointer<UInt8>] = []
    var from = 0
    for at in 0...bytes.count where at == bytes.count || bytes[at] == UInt8(ascii: "\n") {
      rows.append(UnsafeBufferPointer(rebasing: bytes[from..<at]))
      from = at + 1
    }
    return rows
  }
}
