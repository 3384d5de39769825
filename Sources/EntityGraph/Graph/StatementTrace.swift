/// Why a sentence states a link: the words, the rule, and how each argument came to be its actor.
public struct StatementTrace: Sendable, Hashable {
  /// Index into ``Graph/links``.
  public var link: Int
  public var document: String
  /// Scalar offset of the quote, as ``Evidence/start``.
  public var quoteStart: Int
  /// `pack/name` of the rule.
  public var rule: String
  /// The words that state it.
  public var trigger: Place
  public var subject: Argument
  public var object: Argument

  /// Words of an article and where they stand.
  public struct Place: Sendable, Hashable {
    public var text: String
    /// Line and column from 1, in Unicode scalars.
    public var line: Int
    public var column: Int
  }

  /// An actor as a sentence mentions it, and the merges from there to its name.
  public struct Argument: Sendable, Hashable {
    public var mention: Place
    /// Name, adjective, nominal or pronoun.
    public var form: MentionForm
    /// What recognized the mention.
    public var rule: String
    /// Within the article: to the mention that names the actor there.
    public var steps: [Step]
    /// Across articles: from that name to the node's.
    public var merges: [Node.Merge]
  }

  /// A merge of two mentions of one article.
  public struct Step: Sendable, Hashable {
    public var sieve: String
    /// The mention that it was joined with.
    public var mention: Place
  }
}

/// Why two names are one actor.
public struct NameTrace: Sendable, Hashable {
  /// The two names, as the articles write them.
  public var names: [String]
  /// The article that itself joins them, where one does: its mention of the one name, and the steps
  /// to its mention of the other.
  public var document: String?
  public var start: StatementTrace.Place?
  public var steps: [StatementTrace.Step] = []
  /// Across articles: the merges that lead from the one to the other.
  public var merges: [Node.Merge] = []
}
