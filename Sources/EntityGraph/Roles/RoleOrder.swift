/// Lists of mentions, each in the order of the text, that become one. Which list comes next nobody can
/// guess, and so there are no branches: differences of keys tell by their sign.
struct MentionMerge {
  /// One a mention, none negative, and one more that nothing comes behind.
  let keys: UnsafeMutableBufferPointer<Int>

  /// What comes first in the text is smaller, and of what begins there the longer.
  @inline(__always)
  static func key(_ span: ByteSpan) -> Int {
    Int(span.start) << 32 | Int(~UInt32(bitPattern: span.end))
  }

  /// Merges the mentions of a range with those of a list that the last index of ``keys`` ends.
  ///
  /// - Parameters:
  ///   - count: of both together.
  ///   - emit: takes the index of each mention, in order; one of the range before its equal.
  /// - Returns: whether they were in order.
  @inline(__always)
  func run(
    _ range: Range<Int>, _ list: UnsafeBufferPointer<Int32>, _ count: Int,
    _ emit: (_ place: Int, _ index: Int) -> Void
  ) -> Bool {
    var i = range.lowerBound
    let end = range.upperBound
    var j = 0
    var (last, wrong) = (0, 0)
    for place in 0..<count {
      let other = Int(list[j])
      let isIn = (i &- end) >> 63
      let x = keys[i] & isIn | Int.max & ~isIn
      let y = keys[other]
      // All ones if the list's is smaller.
      let isOther = (y &- x) >> 63
      emit(place, i ^ ((i ^ other) & isOther))
      j &-= isOther
      i &+= 1 &+ isOther
      let key = x ^ ((x ^ y) & isOther)
      wrong |= key &- last
      last = key
    }
    return wrong >= 0
  }
}

/// Brings names and what may refer to them into one order, that of the text.
extension RoleStage {
  /// Fills ``place``: where each of the names and candidates comes to stand in the order of the text,
  /// a name before a candidate of the same span.
  ///
  /// Names are in that order already, then come the pronouns, the nominals and the roles, each in
  /// order too: lists to merge. Were they not, sorting would do it.
  private mutating func findPlaces(_ mentions: [Mention]) {
    let names = mentions.count
    let count = names + candidates.count
    // Three lists of candidates, each with an end.
    let room = candidates.count + 1
    sortKeys.grow(0, count: count + 1)
    order.grow(0, count: 3 * room)
    place.grow(0, count: count)
    let nominals = names + pronounCount
    let roles = nominals + nominalCount
    let isSorted = sortKeys.withUnsafeMutableBufferPointer { keys in
      mentions.withUnsafeBufferPointer { mentions in
        for k in 0..<names { keys[k] = MentionMerge.key(mentions[k].span) }
      }
      candidates.withUnsafeBufferPointer { candidates in
        for k in 0..<candidates.count { keys[names &+ k] = MentionMerge.key(candidates[k].span) }
      }
      keys[count] = .max
      return order.withUnsafeMutableBufferPointer { order in
        place.withUnsafeMutableBufferPointer { place in
          let merge = MentionMerge(keys: keys)
          for k in roles..<count { order[k &- roles] = Int32(truncatingIfNeeded: k) }
          let first = UnsafeBufferPointer(rebasing: order[..<room])
          let second = UnsafeBufferPointer(rebasing: order[room..<2 * room])
          let third = UnsafeBufferPointer(rebasing: order[2 * room..<3 * room])
          let none = Int32(truncatingIfNeeded: count)
          order[count - roles] = none
          order[room + count - nominals] = none
          order[2 * room + count - names] = none
          _ = merge.run(nominals..<roles, first, count - nominals) { at, index in
            order[room &+ at] = Int32(truncatingIfNeeded: index)
          }
          _ = merge.run(names..<nominals, second, count - names) { at, index in
            order[2 &* room &+ at] = Int32(truncatingIfNeeded: index)
          }
          return merge.run(0..<names, third, count) { at, index in
            place[index] = Int32(truncatingIfNeeded: at)
          }
        }
      }
    }
    if isSorted { return }
    let keys = sortKeys
    let sorted = (0..<count).sorted { keys[$0] != keys[$1] ? keys[$0] < keys[$1] : $0 < $1 }
    for (new, old) in sorted.enumerated() { place[old] = Int32(truncatingIfNeeded: new) }
  }

  /// Adds the candidates to the mentions, brings all into the order of the text and rewrites every
  /// index.
  mutating func settle(_ mentions: inout [Mention]) {
    findPlaces(mentions)
    let names = mentions.count
    let count = names + candidates.count
    // The names move to the stage, and what it had becomes the place for all.
    swap(&unsettled, &mentions)
    let mention = Mention(
      span: ByteSpan(start: 0, end: 0), first: 0, end: 0, kind: .person, form: .name, rule: 0)
    mentions.resize(mention, count: count)
    notes.resize(MentionNote(head: 0), count: count)
    func moved(_ index: Int32) -> Int32 {
      if index >= 0 { return place[Int(index)] }
      return index == -1 ? -1 : place[names + Int(-2 - index)]
    }
    mentions.withUnsafeMutableBufferPointer { mentions in
      notes.withUnsafeMutableBufferPointer { notes in
        unsettled.withUnsafeBufferPointer { unsettled in
          place.withUnsafeBufferPointer { place in
            for k in 0..<names {
              let new = Int(place[k])
              mentions[new] = unsettled[k]
              notes[new] = MentionNote(head: unsettled[k].end - 1)
            }
            for k in 0..<candidates.count {
              let new = Int(place[names + k])
              mentions[new] = candidates[k]
              notes[new] = candidateNotes[k]
            }
          }
        }
      }
    }
    // No pronoun has an owner.
    for k in pronounCount..<max(pronounCount, candidateNotes.count) {
      notes[Int(place[names + k])].owner = moved(candidateNotes[k].owner)
    }
    for i in links.indices {
      links[i].holder = moved(links[i].holder)
      links[i].of = moved(links[i].of)
    }
    for i in appositions.indices {
      appositions[i] = (moved(appositions[i].0), moved(appositions[i].1))
    }
  }
}
