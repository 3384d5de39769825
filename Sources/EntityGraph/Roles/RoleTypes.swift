/// What the stage of roles knows of a mention besides what ``Mention`` holds; parallel to the
/// mentions.
struct MentionNote: Sendable {
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt16
    static let definite = Flags(rawValue: 1 << 0)
    static let indefinite = Flags(rawValue: 1 << 1)
    static let demonstrative = Flags(rawValue: 1 << 2)
    /// Opened by its, his, our…
    static let owned = Flags(rawValue: 1 << 3)
    /// Stands on its own even if nothing in the text says whom it means.
    static let standsAlone = Flags(rawValue: 1 << 4)
    /// A nominal made of a role phrase.
    static let role = Flags(rawValue: 1 << 5)
    /// "US-led coalition".
    static let led = Flags(rawValue: 1 << 6)
    /// Only there so that something can refer to it; dropped if nothing does.
    static let provisional = Flags(rawValue: 1 << 7)
    static let quoted = Flags(rawValue: 1 << 8)
    static let counterpart = Flags(rawValue: 1 << 9)
  }
  /// Token of the head word.
  var head: Int32
  var flags: Flags = []
  /// Mention that it belongs to or is qualified by ("Iran" of "Iran's force"), -1 for none.
  var owner: Int32 = -1
  /// Index into the role links of a nominal made of a role phrase, -1 else.
  var link: Int32 = -1
}

/// Ties a role span to the mentions of its holder and its body; the entity stage turns these into
/// entities.
struct RoleLink: Sendable {
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt16
    static let former = Flags(rawValue: 1 << 0)
    /// Nationality + rank: of a country it says citizenship, not office.
    static let citizen = Flags(rawValue: 1 << 1)
    static let negated = Flags(rawValue: 1 << 2)
    static let possible = Flags(rawValue: 1 << 3)
    /// A title without a body ("President X"): the country may stand elsewhere.
    static let bare = Flags(rawValue: 1 << 4)
    /// The body is the role's complement or apposition, not a word in front of it.
    static let complement = Flags(rawValue: 1 << 5)
    static let rank = Flags(rawValue: 1 << 6)
    /// The body was taken over from elsewhere in the document.
    static let inherited = Flags(rawValue: 1 << 7)
  }
  /// Index into ``RoleStage/roles``.
  var role: Int32
  /// Mention indices, -1 for none.
  var holder: Int32
  var of: Int32
  /// Token range of the statement.
  var first: Int32
  var end: Int32
  var flags: Flags
  /// Base form of the head word.
  var lemma: TermID
}
