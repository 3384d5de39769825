/// What documents say of a cluster that tells it from its namesakes: where a place or body is, what
/// somebody does.
struct IdentityProfile: Sendable {
  /// Countries and regions that it is in.
  private(set) var countries: Set<String> = []
  private(set) var regions: Set<String> = []
  /// Fields of a person's roles, where the name is so frequent that two may bear it.
  private(set) var fields: Set<String> = []
  private(set) var company: Set<String> = []
  private var kind: EntityKind
  /// More company than this tells nobody apart.
  private static let company = 64

  init(
    _ record: IdentityRecord, names: [SpelledName], home: [String], tables: IdentityTables
  ) {
    kind = record.kind
    if let country = home.first { countries = [country] }
    if home.count > 1 { regions = [home[1]] }
    guard kind == .person, names.contains(where: { !$0.isShort && tables.isFrequent($0) }) else {
      return
    }
    fields = Set(tables.fields(of: record.roles))
    company = Set(record.context)
  }

  mutating func formUnion(_ other: IdentityProfile) {
    countries.formUnion(other.countries)
    regions.formUnion(other.regions)
    fields.formUnion(other.fields)
    if company.count < Self.company { company.formUnion(other.company) }
  }

  /// Whether they cannot be one, whatever their names say.
  func contradicts(_ other: IdentityProfile) -> Bool {
    guard kind == other.kind else { return false }
    if kind == .person { return liveApart(other) }
    if !countries.isEmpty, !other.countries.isEmpty, countries.isDisjoint(with: other.countries) {
      return true
    }
    return !regions.isEmpty && !other.regions.isEmpty && regions.isDisjoint(with: other.regions)
  }

  /// Roles that nobody holds both, and nothing in common: the footballer and the senator.
  private func liveApart(_ other: IdentityProfile) -> Bool {
    guard !fields.isEmpty, !other.fields.isEmpty, fields.isDisjoint(with: other.fields),
      company.isDisjoint(with: other.company)
    else { return false }
    return fields.contains { one in other.fields.contains { Self.areFar(one, $0) } }
  }

  /// Many a lawyer or general becomes a minister, hardly a goalkeeper a judge.
  private static func areFar(_ a: String, _ b: String) -> Bool {
    let near: Set<String> = ["politics", "law", "business", "military", "media", "science"]
    return !(near.contains(a) && near.contains(b))
  }

  // MARK: Homes

  /// Where each record is at home, as far as that tells namesakes apart: of bodies only those that
  /// every country has count. Where namesakes have different homes, one without any is apart.
  static func homes(of records: [IdentityRecord], tables: IdentityTables) -> [[String]] {
    var homes = records.map { record in
      record.kind != .person && (record.kind == .place || isGeneral(record, tables))
        ? record.home : []
    }
    var countries: [String: Set<String>] = [:]
    for (record, home) in zip(records, homes) {
      guard let country = home.first else { continue }
      for name in record.names { countries[key(record, name), default: []].insert(country) }
    }
    for (index, record) in records.enumerated() where homes[index].isEmpty {
      if record.names.contains(where: { countries[key(record, $0), default: []].count > 1 }) {
        homes[index] = ["?"]
      }
    }
    return homes
  }

  private static func key(_ record: IdentityRecord, _ name: IdentityRecord.Name) -> String {
    "\(record.kind.rawValue)\(name.text)"
  }

  private static func isGeneral(_ record: IdentityRecord, _ tables: IdentityTables) -> Bool {
    record.home.isEmpty
      ? false
      : record.names.contains {
        tables.isGeneral(SpelledName($0.text, kind: .organization, tables: tables))
      }
  }
}

extension SpelledName {
  /// Whether a body's name leaves out whose it is: "Ministry of Defence".
  func isWithoutCountry(_ tables: IdentityTables) -> Bool {
    tables.isGeneral(self)
      && tables.countries(in: words).elementsEqual(words)
  }
}
