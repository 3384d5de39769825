/// What a pack of rules may hold, since packs are data from strangers.
///
/// The limits bound the compiled size; what a pack may cost at run time is bounded by
/// ``RuleBudget``.
struct RuleLimits: Sendable {
  /// Bytes of one rule file.
  var fileBytes = 1 << 20
  /// Rules and frames of a pack.
  var rules = 4_096
  /// Depth of parentheses.
  var depth = 16
  /// Highest count of a repetition.
  var repetition = 12
  /// Instructions of one rule after its repetitions and named patterns are written out.
  var instructions = 2_048
  /// Instructions of the whole pack.
  var packInstructions = 1 << 18
  /// Entries of a list that is declared in a rule file.
  var listEntries = 16_384
  /// Bytes of a string.
  var stringBytes = 1_024
  /// Lists of a pack.
  var lists = 1_024
  /// Declarations named `let`.
  var patterns = 1_024
  /// Examples of one rule.
  var examples = 64
  /// Problems that are reported.
  var diagnostics = 100
}
