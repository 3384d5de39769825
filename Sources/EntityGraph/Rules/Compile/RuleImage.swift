/// The sections of compiled rules.
enum RuleSection: Int, CaseIterable {
  case meta, stringOffsets, stringBytes, rules, predicates, code, heads
  case lists, phraseSlots, phrasePool
  case frames, frameSlots, verbFrames, nounFrames, framePostings
  case disables, examples
  /// First of `AnchorIndex.sections` sections for each of the targets.
  case anchors

  static let count = RuleSection.anchors.rawValue + AnchorIndex.sections * RuleTarget.allCases.count
}

/// Reads the sections of compiled rules in place.
struct RuleImage {
  static let magic: UInt32 = 0x3152_4745  // "EGR1"
  private let base: UnsafeRawPointer
  private let count: Int

  init(_ base: UnsafeRawPointer, count: Int) throws(CompiledRules.Damaged) {
    self.base = base
    self.count = count
    let head = 8 + RuleSection.count * 8
    guard count >= head, word(0) == Self.magic, word(4) == UInt32(RuleSection.count) else {
      throw CompiledRules.Damaged()
    }
    for section in 0..<RuleSection.count {
      let offset = Int(word(8 + section * 8))
      let size = Int(word(12 + section * 8))
      guard offset % 16 == 0, offset >= head, offset + size <= count else {
        throw CompiledRules.Damaged()
      }
    }
  }

  private func word(_ offset: Int) -> UInt32 {
    UInt32(littleEndian: base.load(fromByteOffset: offset, as: UInt32.self))
  }

  func bytes(_ section: RuleSection) -> UnsafeBufferPointer<UInt8> {
    let at = 8 + section.rawValue * 8
    let start = (base + Int(word(at))).assumingMemoryBound(to: UInt8.self)
    return UnsafeBufferPointer(start: start, count: Int(word(at + 4)))
  }

  func words(_ section: RuleSection) -> UnsafeBufferPointer<UInt32> { words(section.rawValue) }

  func words(_ section: Int) -> UnsafeBufferPointer<UInt32> {
    let at = 8 + section * 8
    let start = (base + Int(word(at))).assumingMemoryBound(to: UInt32.self)
    return UnsafeBufferPointer(start: start, count: Int(word(at + 4)) / 4)
  }

  func instructions() -> UnsafeBufferPointer<Instruction> {
    let at = 8 + RuleSection.code.rawValue * 8
    let start = (base + Int(word(at))).assumingMemoryBound(to: Instruction.self)
    return UnsafeBufferPointer(start: start, count: Int(word(at + 4)) / 16)
  }

  /// Lays sections out behind a table of contents; each starts at a multiple of 16 bytes.
  static func write(_ sections: [[UInt32]], strings: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    func append(_ word: UInt32) { withUnsafeBytes(of: word.littleEndian) { out += $0 } }
    append(magic)
    append(UInt32(sections.count))
    var offset = (8 + sections.count * 8 + 15) / 16 * 16
    for (i, section) in sections.enumerated() {
      let size = i == RuleSection.stringBytes.rawValue ? strings.count : section.count * 4
      append(UInt32(offset))
      append(UInt32(size))
      offset = (offset + size + 15) / 16 * 16
    }
    for (i, section) in sections.enumerated() {
      while out.count % 16 != 0 { out.append(0) }
      if i == RuleSection.stringBytes.rawValue { out += strings } else { section.forEach(append) }
    }
    return out
  }
}
