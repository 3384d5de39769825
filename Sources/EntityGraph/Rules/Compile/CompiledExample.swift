/// An example sentence of a rule, kept with the compiled rules so that `graphgen check` can run the
/// built-in ones.
struct CompiledExample: Sendable {
  /// Index in ``CompiledRules``.
  var rule: Int
  var sentence: String
  /// Fields in the order of ``RuleTarget/fields``; empty for a sentence that must not match.
  var expected: [[String]]
  /// Where the sentence stands in the rule file.
  var path: String
  var line: Int
  var column: Int
}

/// Lays examples out: rule, sentence, path, line, column, rows, then each row's count and texts.
struct ExampleWriter {
  private(set) var words: [UInt32] = []

  mutating func add(
    _ example: RuleExample, rule: Int, sources: [RuleSource], emitter: inout ProgramEmitter
  ) {
    let source = sources[Int(example.sentence.range.file)]
    let (line, column) = source.position(of: Int(example.sentence.range.start))
    words += [
      UInt32(rule), UInt32(emitter.intern(example.sentence.text)),
      UInt32(emitter.intern(source.path)), UInt32(line), UInt32(column),
      UInt32(example.expected.count),
    ]
    for fields in example.expected {
      words.append(UInt32(fields.count))
      words += fields.map { UInt32(emitter.intern($0.text)) }
    }
  }
}

extension CompiledRules {
  /// All examples, in the order of the rules; whatever is cut off is left out.
  var examples: [CompiledExample] {
    var found: [CompiledExample] = []
    var at = 0
    func text(_ index: UInt32) -> String {
      Int(index) + 1 < stringOffsets.count ? string(Int(index)) : ""
    }
    while at + 6 <= exampleWords.count {
      var example = CompiledExample(
        rule: Int(exampleWords[at]), sentence: text(exampleWords[at + 1]), expected: [],
        path: text(exampleWords[at + 2]), line: Int(exampleWords[at + 3]),
        column: Int(exampleWords[at + 4]))
      let rows = Int(exampleWords[at + 5])
      at += 6
      for _ in 0..<rows where at < exampleWords.count {
        let count = Int(exampleWords[at])
        guard at + 1 + count <= exampleWords.count else { return found }
        example.expected.append(exampleWords[(at + 1)..<(at + 1 + count)].map(text))
        at += 1 + count
      }
      found.append(example)
    }
    return found
  }
}
