import Testing

@testable import EntityGraph

/// Which verbs and nouns state what, and what stands at their places: one sentence, one relation.
struct FrameRelationTests {
  private static let stated: [(text: String, relation: String)] = [
    // Behind the last of several objects.
    ("Chile imposed a travel ban and asset freeze on Paul Smith.", "Chile|sanctioned|Paul Smith"),
    ("Chile had sent weapons and 20 instructors to Peru.", "Chile|supports|Peru"),
    // Whose thing it is that is acted on.
    ("Chile froze Sony's bank accounts.", "Chile|sanctioned|Sony"),
    ("The assets of Sony were frozen by Chile.", "Chile|sanctioned|Sony"),
    ("Jane Roe raised Paul Smith's case.", "Jane Roe|other|Paul Smith"),
    ("Chile praised the inquiry launched by Paul Smith.", "Chile|supports|Paul Smith"),
    // A call is no meeting.
    ("Jane Roe discussed it in a call with Paul Smith.", "Jane Roe|told|Paul Smith"),
    ("Jane Roe and Paul Smith spoke by phone.", "Jane Roe|told|Paul Smith"),
    // Who is to act may stand above an infinitive.
    ("It is time for Chile to stop shielding Paul Smith.", "Chile|supports|Paul Smith|negated"),
    // Words that were taken for a preposition.
    ("Jane Roe instead backed Paul Smith.", "Jane Roe|supports|Paul Smith"),
    ("Jane Roe thanks Paul Smith for his help.", "Jane Roe|other|Paul Smith"),
    // Other predicates than any action.
    ("Chile holds Peru responsible for the leak.", "Chile|accused|Peru"),
    ("Chile threatened to sue Sony.", "Chile|threatened|Sony"),
    ("Sony was incorporated in Peru.", "Sony|located_in|Peru"),
    ("Paul Smith holds 20 percent of Sony.", "Paul Smith|owns|Sony"),
    ("Paul Smith left Peru for Chile.", "Paul Smith|other|Chile"),
    ("Chile sent its envoy Paul Smith to Peru.", "Paul Smith|other|Peru"),
  ]

  @Test(arguments: stated)
  func states(_ row: (text: String, relation: String)) {
    let found = RelationText.relations(row.text)
    #expect(found.contains(row.relation), "\(row.text) gave \(found)")
  }

  private static let silent: [(text: String, relation: String)] = [
    ("Jane Roe discussed it in a call with Paul Smith.", "Jane Roe|met|Paul Smith"),
    ("Chile shared its ways of fighting fires with Peru.", "Chile|attacked|Peru"),
    ("Jane Roe was killed in fighting with Hamas.", "Jane Roe|member_of|Hamas"),
    ("Jane Roe's sympathy to Paul Smith was sincere.", "Jane Roe|supports|Paul Smith"),
  ]

  @Test(arguments: silent)
  func statesNot(_ row: (text: String, relation: String)) {
    let found = RelationText.relations(row.text)
    #expect(!found.contains(row.relation), "\(row.text) gave \(found)")
  }
}
