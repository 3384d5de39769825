import Testing

@testable import EntityGraph

@Suite struct SpanTests {
  @Test func ordersByStartThenLongest() {
    let spans = [
      ByteSpan(start: 3, end: 5), ByteSpan(start: 0, end: 2), ByteSpan(start: 0, end: 9),
    ]
    #expect(spans.sorted().map(\.count) == [9, 2, 2])
  }
}
