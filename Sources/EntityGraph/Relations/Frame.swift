/// The frames of one pack as the relation stage asks for them.
struct FramePack: Sendable {
  let rules: CompiledRules
  /// Ids of the pack's rules, by index in ``CompiledRules``.
  let ids: [RuleID]
  /// Rules that a later pack or a decision switches off, by index; empty for none.
  var disabled: [Bool] = []

  @inline(__always)
  func isOff(_ rule: Int) -> Bool { rule < disabled.count && disabled[rule] }

  @inline(__always)
  func id(_ rule: Int) -> RuleID { rule < ids.count ? ids[rule] : 0 }

  /// Whether subject and object stand at one place, so that a coordination gives both.
  func isReciprocal(_ frame: CompiledFrame) -> Bool {
    frame.subjects.count == 1 && frame.objects.count == 1
      && rules.slot(frame.subjects.lowerBound) == rules.slot(frame.objects.lowerBound)
  }
}
