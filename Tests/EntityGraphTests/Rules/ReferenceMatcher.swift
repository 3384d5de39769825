@testable import EntityGraph

/// The matching rules of the language, written for clarity: tries every pattern at every token, by
/// recursion over the resolved pattern. What ``RuleMatcher`` must agree with.
struct ReferenceMatcher {
  let document: MarkedDocument
  let lists: ListTable
  private let first: Int
  private let end: Int

  private struct State {
    var position: Int
    var captures: [CapturedRange] = [.none, .none, .none]
    var verb = -1
    /// Capture that mentions belong to.
    var slot = -1
  }

  private init(document: MarkedDocument, lists: ListTable, sentence: Sentence) {
    (self.document, self.lists) = (document, lists)
    (first, end) = (Int(sentence.first), Int(sentence.end))
  }

  /// Matches of one pattern, by first token.
  static func matches(
    _ pattern: ResolvedNode, lists: ListTable, in document: MarkedDocument, reportsAll: Bool = false
  ) -> [[CapturedRange]] {
    var found: [[CapturedRange]] = []
    for sentence in document.sentences {
      let matcher = ReferenceMatcher(document: document, lists: lists, sentence: sentence)
      for start in matcher.first..<matcher.end {
        var here: [[CapturedRange]] = []
        _ = matcher.match(pattern, State(position: start), 1) { state in
          if !here.contains(state.captures) { here.append(state.captures) }
          return !reportsAll || here.count == RuleBudget.matches
        }
        found += here
      }
    }
    return found
  }

  /// Matches a node walking right (1) or left (-1), then goes on; true to stop the search.
  private func match(
    _ node: ResolvedNode, _ state: State, _ step: Int, _ next: (State) -> Bool
  ) -> Bool {
    switch node.kind {
    case .token(let tests):
      let token = step > 0 ? state.position : state.position - 1
      guard token >= first, token < end, tests.allSatisfy({ holds($0, token) }) else {
        return false
      }
      return advanced(state, by: step, next)
    case .phrase(let list, let length):
      let from = step > 0 ? state.position : state.position - length
      guard from >= first, from + length <= end else { return false }
      let terms = (from..<(from + length)).map { document.table.tokens[$0].term }
      guard lists.lists[list].phrases.contains(terms) else { return false }
      return advanced(state, by: step * length, next)
    case .mention(let test): return mention(test, state, step, next)
    case .chunk(let test): return chunk(test, state, step, next)
    case .sequence(let nodes):
      return sequence(step > 0 ? nodes[...] : Array(nodes.reversed())[...], state, step, next)
    case .alternatives(let nodes): return nodes.contains { match($0, state, step, next) }
    case .repeated(let inner, let low, let high, let lazy):
      return repeated(inner, low, high, lazy, state, step, next)
    case .capture(let slot, let inner):
      var opened = state
      opened.slot = slot
      return match(inner, opened, step) { inner in
        var closed = inner
        closed.captures[slot].first = Int32(min(state.position, inner.position))
        closed.captures[slot].end = Int32(max(state.position, inner.position))
        closed.slot = state.slot
        return next(closed)
      }
    case .look(let inner, let negated, let behind):
      let seen = match(inner, state, behind ? -1 : 1) { _ in true }
      return seen != negated && next(state)
    case .sentenceStart: return onlyMarks(first, state.position) && next(state)
    case .sentenceEnd: return onlyMarks(state.position, end) && next(state)
    }
  }

  private func advanced(_ state: State, by count: Int, _ next: (State) -> Bool) -> Bool {
    var moved = state
    moved.position += count
    return next(moved)
  }

  private func sequence(
    _ nodes: ArraySlice<ResolvedNode>, _ state: State, _ step: Int, _ next: (State) -> Bool
  ) -> Bool {
    guard let head = nodes.first else { return next(state) }
    return match(head, state, step) { sequence(nodes.dropFirst(), $0, step, next) }
  }

  private func repeated(
    _ inner: ResolvedNode, _ low: Int, _ high: Int, _ lazy: Bool, _ state: State, _ step: Int,
    _ next: (State) -> Bool
  ) -> Bool {
    func more() -> Bool {
      high > 0
        && match(inner, state, step) {
          repeated(inner, max(0, low - 1), high - 1, lazy, $0, step, next)
        }
    }
    if low > 0 { return more() }
    return lazy ? next(state) || more() : more() || next(state)
  }

  private func onlyMarks(_ from: Int, _ to: Int) -> Bool {
    to - from <= 4
      && (from..<max(from, to)).allSatisfy {
        document.table.tokens[$0].flags.contains(.punctuation)
      }
  }

  private func holds(_ test: TokenTest, _ token: Int) -> Bool {
    let one = document.table.tokens[token]
    let word = String(
      decoding: document.text[Int(one.start)..<Int(one.end)], as: UTF8.self)
    let folded = Folding.fold(word).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let isWord = one.flags.contains(.word)
    let found =
      switch test.kind {
      case .term(let term): one.term == term
      case .mark(let mark): one.mark == mark
      case .flags(let required, let forbidden):
        one.flags.rawValue & required == required && one.flags.rawValue & forbidden == 0
      case .classes(let bits): document.table.classes[token] & bits != 0
      case .list(let list): lists.lists[list].singles.contains(one.term)
      case .exact(let text): word == text
      case .prefix(let text): isWord && folded.hasPrefix(text) && folded != text
      case .suffix(let text): isWord && folded.hasSuffix(text) && folded != text
      case .covered(let kinds):
        document.mentions.contains {
          !$0.kinds.isDisjoint(with: kinds) && Int($0.first) <= token && token < Int($0.end)
        }
      }
    return found != test.isNegated
  }

  private func mention(
    _ test: MentionTest, _ state: State, _ step: Int, _ next: (State) -> Bool
  ) -> Bool {
    let here = document.mentions
      .filter { Int(step > 0 ? $0.first : $0.end) == state.position }
      .sorted {
        ($1.end - $1.first, $0.kinds.rawValue, $0.reference)
          < ($0.end - $0.first, $1.kinds.rawValue, $1.reference)
      }
    for view in here {
      guard !view.kinds.isDisjoint(with: test.kinds), test.forms & (1 << view.form.rawValue) != 0,
        test.traits == 0 || test.traits & view.traits != 0, test.forbiddenTraits & view.traits == 0,
        Int(view.first) >= first, Int(view.end) <= end
      else { continue }
      var taken = state
      taken.position = Int(step > 0 ? view.end : view.first)
      if state.slot >= 0 { taken.captures[state.slot].mention = view.reference }
      if next(taken) { return true }
    }
    return false
  }

  private func chunk(
    _ test: ChunkTest, _ state: State, _ step: Int, _ next: (State) -> Bool
  ) -> Bool {
    let chunks = document.chunks
    let ranges = test.isVerb ? chunks.verbGroups.map(\.tokens) : chunks.nounPhrases.map(\.tokens)
    for (i, range) in ranges.enumerated() {
      guard (step > 0 ? range.lowerBound : range.upperBound) == state.position,
        range.lowerBound >= first, range.upperBound <= end
      else { continue }
      let flags =
        test.isVerb ? chunks.verbGroups[i].flags.rawValue : chunks.nounPhrases[i].flags.rawValue
      let head = Int(test.isVerb ? chunks.verbGroups[i].head : chunks.nounPhrases[i].head)
      let lemma = test.isVerb ? chunks.verbGroups[i].lemma : chunks.nounPhrases[i].lemma
      let particle = test.isVerb ? Int(chunks.verbGroups[i].particle) : -1
      let particleTerm = particle >= 0 ? document.table.tokens[particle].term : 0
      let words = test.isVerb ? [lemma] : [lemma, document.table.tokens[head].term]
      let fits = test.heads.contains { head in
        switch head {
        case .word(let term, let wanted): words.contains(term) && wanted == particleTerm
        case .list(let list):
          particle < 0
            ? words.contains(where: lists.lists[list].singles.contains)
            : lists.lists[list].phrases.contains([lemma, particleTerm])
        case .classes(let bits): document.table.classes[Int(headToken(test, i))] & bits != 0
        }
      }
      guard flags & test.required == test.required, flags & test.forbidden == 0,
        test.heads.isEmpty || fits
      else { continue }
      var taken = state
      taken.position = step > 0 ? range.upperBound : range.lowerBound
      if next(taken) { return true }
    }
    return false
  }

  private func headToken(_ test: ChunkTest, _ index: Int) -> Int32 {
    test.isVerb ? document.chunks.verbGroups[index].head : document.chunks.nounPhrases[index].head
  }
}
