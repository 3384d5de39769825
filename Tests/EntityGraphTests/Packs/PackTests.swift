import Foundation
import Testing

@testable import EntityGraph

@Suite struct PackTests {
  private static func pack(_ files: [String: String], name: String = "mine") -> PackSource {
    PackSource(
      name: name, files: files.map { PackSource.File(path: $0.key, bytes: Array($0.value.utf8)) })
  }

  /// A table and what must be said of it.
  static let errors: [(String, String)] = [
    ("word\tnoun\n", "a.tsv:1: error: no header"),
    ("# table: wurds\n", "a.tsv:1: error: unknown table 'wurds'"),
    ("# table: words\ntwo words\tnoun\n", "a.tsv:2: error: 'two words' is not one word"),
    ("# table: words\nx\tnoun\t\tfirst=999\n", "a.tsv:2: error: 'first=999' is no score"),
    ("# table: names\nAcme\tfirm\n", "a.tsv:2: error: unknown kind 'firm'"),
    ("# table: names\nAcme\torganization\tshiny\n", "a.tsv:2: error: unknown flag 'shiny'"),
    ("# table: names\n\torganization\n", "a.tsv:2: error: column 'name' is empty"),
    (
      "# table: names\na b c d e f g h i j k l m\torganization\n",
      "a.tsv:2: error: the name has more than 12 words"
    ),
  ]

  @Test(arguments: errors) func reports(_ row: (table: String, message: String)) throws {
    let (_, errors) = Knowledge.blob([Self.pack(["a.tsv": row.table])], base: nil)
    let first = try #require(errors.first)
    #expect(first.description.hasPrefix(row.message), "\(first.description)")
  }

  /// A small base, since the whole of English takes long to compile unoptimized.
  private static func base() throws -> Knowledge {
    let weights = Project.knowledge.appending(path: "name-weights.tsv")
    let text = try String(contentsOf: weights, encoding: .utf8)
    let names = "# table: names list=media\nReuters\torganization\tmedia\n"
    let pack = Self.pack(["weights.tsv": text, "names.tsv": names], name: "base")
    return try Knowledge.compile([pack], base: nil).knowledge
  }

  @Test func keepsWhatIsRightBesideWhatIsWrong() throws {
    let table = "# table: names list=firms\nAcme\tfirm\nZyxo Works\torganization\tcompany\n"
    let (knowledge, errors) = try Knowledge.compile(
      [Self.pack(["a.tsv": table])], base: Self.base())
    #expect(errors.count == 1)
    #expect(try Names.found("he joined Zyxo Works.", knowledge) == ["organization Zyxo Works"])
    #expect(try Names.rules("he joined Zyxo Works.", knowledge) == ["mine/firms"])
    #expect(try Names.rules("he joined Reuters.", knowledge) == ["base/media"])
  }

  @Test func correctsAnEarlierPack() throws {
    #expect(try Names.found("he likes Reuters.", Self.base()) == ["organization Reuters"])
    let table = """
      # table: names list=own
      Reuters\tplace\tcity pop=20
      Reuters\torganization\tambiguous
      """
    let (knowledge, _) = try Knowledge.compile([Self.pack(["a.tsv": table])], base: Self.base())
    #expect(try Names.found("he likes Reuters.", knowledge) == ["place Reuters"])
  }

  @Test func compilesTheSameBytes() {
    let tables = [
      "b.tsv": "# table: words\nx\tnoun list-a\ny\tverb list-b\n",
      "a.tsv": "# table: names\nAcme Works\torganization\nAcme City\tplace\n",
    ]
    let blob = Knowledge.blob([Self.pack(tables)], base: nil).bytes
    for _ in 0..<3 { #expect(Knowledge.blob([Self.pack(tables)], base: nil).bytes == blob) }
  }

  @Test func refusesDamagedKnowledge() {
    #expect(throws: PackError.self) {
      try Knowledge(storage: BlobStorage(copying: Array("EKG3 but no more".utf8)))
    }
  }
}
