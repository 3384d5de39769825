import Testing

@testable import EntityGraph

/// What the sieves know of the mentions before they ask anybody.
@Suite struct MentionListTests {
  private func mention(_ kind: EntityKind, _ form: MentionForm, _ canonical: NameID) -> Mention {
    Mention(
      span: ByteSpan(start: 0, end: 1), first: 0, end: 1, kind: kind, form: form, rule: 0,
      canonical: canonical)
  }

  @Test func eachMentionIsInTheListsThatItBelongsTo() {
    let mentions = [
      mention(.person, .name, 0), mention(.place, .adjective, 7), mention(.person, .pronoun, 0),
      mention(.place, .name, 7), mention(.organization, .nominal, 0),
      mention(.organization, .name, 3), mention(.person, .name, 2), mention(.place, .nominal, 0),
    ]
    var memory = RowMemory()
    memory.makeRoom(bytes: 1000)
    // Memory is used again: what was in it does not stay.
    for count in [mentions.count, 0, 3, mentions.count] {
      memory.lend { taker in
        var lists = MentionLists(&taker, atMost: count)
        lists.fill(Array(mentions[..<count]))
        let upTo = { (indices: [Int32]) in indices.filter { $0 < count } }
        #expect(Array(lists.names) == upTo([0, 1, 3, 5, 6]))
        #expect(Array(lists.listed) == upTo([1, 3, 5, 6]))
        #expect(Array(lists.people) == upTo([0, 6]))
        #expect(Array(lists.bodies) == upTo([5]))
        #expect(Array(lists.places) == upTo([3]))
        #expect(Array(lists.open) == upTo([2, 4, 7]))
        #expect(Array(lists.described) == upTo([0, 6]))
      }
    }
  }

  @Test func traitsKeepKindAndGenderApart() {
    var info = EntityStage.Info()
    for kind in EntityKind.allCases {
      for gender in [EntityStage.Gender.unknown, .male, .female] {
        info.kind = kind
        info.gender = gender
        info.isDropped.toggle()
        #expect(info.kind == kind)
        #expect(info.gender == gender)
      }
    }
    #expect(!info.isNamed && !info.hasContent && !info.isTitled && !info.hasFullName)
  }

  /// What a cluster takes from another: first, second, and what comes of it.
  @Test func clustersTakeWhatTheyLack() {
    var pronoun = EntityStage.Info()
    pronoun.gender = .male
    var full = EntityStage.Info()
    (full.kind, full.gender, full.of, full.fullCanonical) = (.place, .female, 5, 9)
    (full.hasContent, full.isNamed, full.hasFullName) = (true, true, true)
    var single = EntityStage.Info()
    (single.kind, single.of, single.hasContent, single.isTitled) = (.organization, 4, true, true)

    var joined = pronoun
    joined.take(full)
    #expect(joined.kind == .place && joined.gender == .male && joined.hasContent)
    #expect(joined.of == 5 && joined.fullCanonical == 9 && joined.isNamed)

    joined = single
    joined.take(full)
    // Who has a full name is of the country that it gives; what a cluster is it stays.
    #expect(joined.kind == .organization && joined.gender == .female && joined.of == 5)
    #expect(joined.hasFullName && joined.isTitled)

    joined = full
    joined.take(single)
    #expect(joined.of == 5 && joined.kind == .place && !joined.isTitled)
  }
}
