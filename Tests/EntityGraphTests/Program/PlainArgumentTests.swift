import ArgumentParser
import Testing

@testable import graphgen

/// What is read without the argument parser is what the parser reads.
@Suite struct PlainArgumentTests {
  @Test(arguments: [
    "a.txt", "a.txt b.jsonl c", "--format jsonl a.txt", "a.txt --format text",
    "a.txt -o out", "--output out a.txt --jobs 2", "--jobs 0 a", "-q a", "--quiet --evidence 0 a",
    "--format jsonl --jobs 1 --evidence 12 -q -o x a b",
  ])
  func areReadTheSame(_ line: String) throws {
    let arguments = line.split(separator: " ").map(String.init)
    let plain = try #require(Extract(plain: arguments))
    let parsed = try #require(try Extract.parseAsRoot(arguments) as? Extract)
    #expect(plain.input.articles == parsed.input.articles)
    #expect(plain.format == parsed.format)
    #expect(plain.output == parsed.output)
    #expect(plain.explain == parsed.explain)
    #expect(plain.common.pack == parsed.common.pack)
    #expect(plain.common.jobs == parsed.common.jobs)
    #expect(plain.common.evidence == parsed.common.evidence)
    #expect(plain.common.quiet == parsed.common.quiet)
    #expect(plain.common.progress == parsed.common.progress)
    #expect(plain.common.knowledge == parsed.common.knowledge)
    #expect(plain.common.through == parsed.common.through)
  }

  @Test(arguments: [
    "", "-", "a -", "--", "-- a", "--help", "a --help", "--version a", "--format a",
    "--format xml a",
    "--format=jsonl a", "--jobs -1 a", "--jobs x a", "--jobs", "--jobs 99999999999999999999 a",
    "-o", "-o -x a", "--jobs 1 --jobs 2 a", "--pack p a", "--explain a", "--progress a",
    "--frmat x",
    "-oq a", "-qq a",
  ])
  func areLeftToTheParser(_ line: String) {
    let arguments = line.split(separator: " ").map(String.init)
    #expect(Extract(plain: arguments) == nil, "\(line)")
  }
}
