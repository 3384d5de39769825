extension EntityStage {
  enum Gender: UInt8 { case unknown, male, female }

  /// What is known of each mention while the sieves run.
  struct Info: Sendable {
    /// Yes or no, and what has few values, in one word: what the sieves ask of a candidate is one
    /// comparison, and clusters are joined without a branch.
    struct Traits: OptionSet, Sendable {
      let rawValue: UInt16
      /// Raw value of the kind.
      static let kind = Traits(rawValue: 3)
      static let male = Traits(rawValue: 1 << 2)
      static let female = Traits(rawValue: 1 << 3)
      static let content = Traits(rawValue: 1 << 4)
      static let named = Traits(rawValue: 1 << 5)
      static let fullName = Traits(rawValue: 1 << 6)
      static let titled = Traits(rawValue: 1 << 7)
      static let dropped = Traits(rawValue: 1 << 8)
      /// we, they: of the mention itself.
      static let plural = Traits(rawValue: 1 << 9)

      static let gender: Traits = [.male, .female]
      /// What a cluster has as soon as one of its mentions has it.
      static let shared: Traits = [.content, .named, .fullName]

      init(rawValue: UInt16) { self.rawValue = rawValue }
      @inline(__always)
      init(_ kind: EntityKind) { rawValue = UInt16(kind.rawValue) }
      @inline(__always)
      init(_ gender: Gender) { rawValue = UInt16(gender.rawValue) << 2 }
    }

    var flags: SenseFlags = []
    /// Canonical name of the country or body that the lexicon puts it in.
    var of: NameID = 0
    var sentence: Int32 = 0
    /// Noun phrase, -1 if none.
    var phrase: Int32 = -1
    /// At the root: the canonical name of the name of several words in the cluster, if there is one.
    var fullCanonical: NameID = 0
    /// Country that a body without a name seems to belong to, or body that a spokesman without one
    /// speaks for; -1 for none.
    var owner: Int32 = -1
    var traits: Traits = []

    /// At the root: what the cluster is.
    @inline(__always)
    var kind: EntityKind {
      get { EntityKind(rawValue: UInt8(traits.rawValue & 3)) ?? .person }
      set { traits = traits.subtracting(.kind).union(Traits(newValue)) }
    }
    @inline(__always)
    var gender: Gender {
      get { Gender(rawValue: UInt8(traits.rawValue >> 2 & 3)) ?? .unknown }
      set { traits = traits.subtracting(.gender).union(Traits(newValue)) }
    }
    @inline(__always)
    var isDropped: Bool {
      get { traits.contains(.dropped) }
      set { set(.dropped, newValue) }
    }
    /// At the root of a cluster: one of its mentions is a name.
    @inline(__always)
    var isNamed: Bool {
      get { traits.contains(.named) }
      set { set(.named, newValue) }
    }
    /// At the root: one of its mentions is more than a pronoun.
    @inline(__always)
    var hasContent: Bool {
      get { traits.contains(.content) }
      set { set(.content, newValue) }
    }
    /// A single surname behind Lord, Sir or Dr: the title says that it is nobody's whom it always means.
    @inline(__always)
    var isTitled: Bool {
      get { traits.contains(.titled) }
      set { set(.titled, newValue) }
    }
    /// At the root: whether a name of several words is in the cluster.
    @inline(__always)
    var hasFullName: Bool {
      get { traits.contains(.fullName) }
      set { set(.fullName, newValue) }
    }

    @inline(__always)
    private mutating func set(_ trait: Traits, _ isOn: Bool) {
      traits = isOn ? traits.union(trait) : traits.subtracting(trait)
    }

    /// Takes over what another cluster knows that is joined to this one.
    @inline(__always)
    mutating func take(_ other: Info) {
      if !traits.contains(.content), other.traits.contains(.content) { kind = other.kind }
      // Who has a full name is of the country that it gives.
      let isFuller = other.traits.subtracting(traits).contains(.fullName)
      of = isFuller || of == 0 ? other.of : of
      // A cluster without a full name has no canonical name of one.
      fullCanonical = fullCanonical == 0 ? other.fullCanonical : fullCanonical
      let gender = traits.isDisjoint(with: .gender) ? other.traits.intersection(.gender) : []
      traits = traits.union(other.traits.intersection(.shared)).union(gender)
    }
  }
}
