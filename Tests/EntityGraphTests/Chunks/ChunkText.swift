@testable import EntityGraph

/// Runs the stages up to the chunks and prints what they found, one verb group or noun a line.
struct ChunkText {
  let knowledge: Knowledge
  var table = TokenTable()
  var sentences: [Sentence] = []
  var chunks = Chunks()
  private var text: [UInt8] = []

  init(knowledge: Knowledge) { self.knowledge = knowledge }

  mutating func read(_ string: String) {
    text = Array(string.utf8)
    let tokenizer = Tokenizer(lexicon: knowledge.lexicon)
    text.withUnsafeBufferPointer { tokenizer.run($0, into: &table) }
    SentenceSplitter().run(&table, into: &sentences)
    var names = NameStage(
      lexicon: knowledge.lexicon, weights: knowledge.nameWeights,
      lists: knowledge.lists)
    var mentions: [Mention] = []
    names.run(text, table, sentences, into: &mentions)
    var stage = ChunkStage(words: SyntaxWords(knowledge: knowledge))
    stage.run(
      text: text, tokens: table.tokens, classes: table.classes, lemmas: table.lemmas,
      sentences: sentences, mentions: mentions, into: &chunks)
  }

  func words(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let from = Int(table.tokens[range.lowerBound].start)
    let to = Int(table.tokens[range.upperBound - 1].end)
    return String(decoding: text[from..<to], as: UTF8.self)
  }

  func phrase(_ index: Int32) -> String {
    guard index >= 0 else { return "-" }
    let p = chunks.nounPhrases[Int(index)]
    var s = words(p.tokens)
    if p.possessor >= 0 { s = phrase(p.possessor) + "'s " + s }
    if p.nextConjunct >= 0 { s += " + " + phrase(p.nextConjunct) }
    return s
  }

  private func arguments(_ first: Int32) -> String {
    var out = ""
    var k = first
    while k >= 0 {
      let a = chunks.arguments[Int(k)]
      out += "; \(words(Int(a.preposition)..<Int(a.preposition) + 1)): \(phrase(a.phrase))"
      k = a.next
    }
    return out
  }

  /// `lemma flags (subject; object; preposition: phrase…)`, one a line.
  var verbs: [String] {
    chunks.verbGroups.map { v in
      var flags: [String] = []
      let named: [(VerbGroupFlags, String)] = [
        (.passive, "passive"), (.negated, "negated"), (.possible, "possible"),
        (.reported, "reported"), (.infinitive, "infinitive"), (.gerund, "gerund"),
        (.reduced, "reduced"), (.relative, "relative"), (.conditional, "conditional"),
      ]
      for (flag, name) in named where v.flags.contains(flag) { flags.append(name) }
      let matrix =
        v.matrix >= 0 ? " < \(words(chunks.verbGroups[Int(v.matrix)].tokens))" : ""
      var s = words(v.tokens) + (flags.isEmpty ? "" : " <" + flags.joined(separator: " ") + ">")
      s += matrix + " (" + phrase(v.subject) + "; " + phrase(v.object)
      if v.agent >= 0 { s += "; agent: " + phrase(v.agent) }
      if v.recipient >= 0 { s += "; to: " + phrase(v.recipient) }
      return s + arguments(v.firstArgument) + ")"
    }
  }

  /// Noun phrases with complements or appositions.
  var nouns: [String] {
    chunks.nounPhrases.indices.compactMap { i in
      let p = chunks.nounPhrases[i]
      guard p.firstArgument >= 0 || p.apposedTo >= 0 else { return nil }
      let apposed = p.apposedTo >= 0 ? " = " + phrase(p.apposedTo) : ""
      return phrase(Int32(i)) + apposed + arguments(p.firstArgument)
    }
  }

  var tags: String {
    table.tokens.indices.map { "\(words($0..<$0 + 1))/\(chunks.tags[$0])" }.joined(separator: " ")
  }
}
