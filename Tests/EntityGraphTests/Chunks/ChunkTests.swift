import Testing

@testable import EntityGraph

/// Sentences with a verb group or noun phrase as the chunk stage must see it.
@Suite struct ChunkTests {
  static let verbs: [(String, String)] = [
    // Participle or past.
    (
      "The general killed in Baghdad was buried.",
      "killed <passive reduced> (The general; -; in: Baghdad)"
    ),
    ("The general killed in Baghdad was buried.", "was buried <passive> (The general; -)"),
    (
      "Rebels backed by Iran attacked a convoy.",
      "backed <passive reduced> (Rebels; -; agent: Iran)"
    ),
    ("Rebels backed by Iran attacked a convoy.", "attacked (Rebels; a convoy)"),
    (
      "The deal reached yesterday between Germany and France is new.",
      "reached <passive reduced> (The deal; -; between: Germany + France)"
    ),
    // Coordination.
    ("Rebels attacked a convoy and killed two soldiers.", "killed (Rebels; two soldiers)"),
    ("Israel bombed Beirut, Tyre and Sidon.", "bombed (Israel; Beirut + Tyre + Sidon)"),
    // Catenatives, control, purpose.
    (
      "Germany threatened to kill its leader.",
      "to kill <infinitive> < threatened (Germany; its leader)"
    ),
    (
      "They urged Germany to leave Mali.", "to leave <infinitive> < urged (Germany; Mali)"
    ),
    (
      "Efforts to support and train the army continue.",
      "train <infinitive> (Efforts; the army)"
    ),
    // Clauses.
    (
      "The man who shot the mayor was arrested by police.",
      "was arrested <passive> (The man; -; agent: police)"
    ),
    ("The man who shot the mayor was arrested.", "shot <relative> (The man; the mayor)"),
    (
      "The ministry said Germany would send a letter to France.",
      "would send <possible> < said (Germany; a letter; to: France)"
    ),
    (
      "Germany will leave if the government expels its troops.",
      "expels <conditional> (the government; its troops)"
    ),
    // Polarity.
    ("Germany had not met France halfway.", "had not met <negated> (Germany; France)"),
    ("Germany reportedly left Mali.", "reportedly left <reported> (Germany; Mali)"),
    // Compounds.
    (
      "The coalition fighting Islamic State has carried out attacks on Mosul.",
      "has carried out (The coalition; attacks; on: Mosul)"
    ),
  ]

  @Test(arguments: verbs)
  func readsVerbs(_ row: (text: String, verb: String)) throws {
    var chunks = ChunkText(knowledge: try #require(BuiltIn.knowledge))
    chunks.read(row.text)
    #expect(chunks.verbs.contains(row.verb), "\(row.text) gave \(chunks.verbs)")
  }

  static let nouns: [(String, String)] = [
    (
      "Peter Long, the deputy head of Interpol, left.", "the deputy head = Peter Long; of: Interpol"
    ),
    ("A meeting with France was held.", "A meeting; with: France"),
    ("The killing of Paul Smith by Peter Long was filmed.", "The killing; of: Paul Smith"),
  ]

  @Test(arguments: nouns)
  func readsNouns(_ row: (text: String, noun: String)) throws {
    var chunks = ChunkText(knowledge: try #require(BuiltIn.knowledge))
    chunks.read(row.text)
    #expect(
      chunks.nouns.contains { $0.hasPrefix(row.noun) }, "\(row.text) gave \(chunks.nouns)")
  }

  @Test func findsSpeakers() throws {
    var chunks = ChunkText(knowledge: try #require(BuiltIn.knowledge))
    chunks.read("\"We will never agree to such a plan,\" said Angela Merkel on Monday.")
    let quote = try #require(chunks.chunks.quotes.first)
    #expect(chunks.phrase(quote.speaker) == "Angela Merkel")
  }

  /// The arrays fit together whatever the text, and a document does not depend on the one before.
  @Test func keepsInvariants() throws {
    let knowledge = try #require(BuiltIn.knowledge)
    let texts = [
      "", "…", "said said said", "of of of the the", "to to and and that that",
      "Germany's and France's Italy's of who which said, was.",
      String(repeating: "the man who said that ", count: 400),
      String(repeating: "Paris, ", count: 900),
      String(repeating: "and killed by ", count: 500) + ".",
    ]
    var reused = ChunkText(knowledge: knowledge)
    for text in texts {
      reused.read(text)
      var fresh = ChunkText(knowledge: knowledge)
      fresh.read(text)
      #expect(reused.verbs == fresh.verbs)
      let chunks = reused.chunks
      let count = Int32(reused.table.tokens.count)
      #expect(chunks.tags.count == Int(count))
      for phrase in chunks.nounPhrases {
        #expect(phrase.first <= phrase.head && phrase.head < phrase.end && phrase.end <= count)
        #expect(Int(phrase.possessor) < chunks.nounPhrases.count)
      }
      for verb in chunks.verbGroups {
        #expect(verb.first <= verb.head && verb.head < verb.end && verb.end <= count)
        #expect(Int(verb.subject) < chunks.nounPhrases.count)
      }
    }
  }
}
