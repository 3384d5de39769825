extension RuleBook.Pack {
  @inline(__always)
  func isOff(_ rule: Int) -> Bool { rule < disabled.count && disabled[rule] }

  /// Whether subject and object stand at one place, so that a coordination gives both.
  @inline(__always)
  func isReciprocal(_ frame: CompiledFrame) -> Bool {
    guard frame.subjects.count == 1, let first = frame.objects.first,
      rules.slot(frame.subjects.lowerBound) == rules.slot(first)
    else { return false }
    // What must stand beside the verb is no place of an argument.
    return frame.objects.dropFirst().allSatisfy {
      if case .beside = rules.slot($0) { true } else { false }
    }
  }
}
