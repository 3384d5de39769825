extension RuleBook.Pack {
  @inline(__always)
  func isOff(_ rule: Int) -> Bool { rule < disabled.count && disabled[rule] }

  /// Whether subject and object stand at one place, so that a coordination gives both.
  @inline(__always)
  func isReciprocal(_ frame: CompiledFrame) -> Bool {
    frame.subjects.count == 1 && frame.objects.count == 1
      && rules.slot(frame.subjects.lowerBound) == rules.slot(frame.objects.lowerBound)
  }
}
