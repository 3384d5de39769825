/// The columns of one document that the passes of this stage share: one entry a token in each.
struct SyntaxView {
  let tokens: UnsafeBufferPointer<Token>
  let classes: UnsafeBufferPointer<UInt64>
  let lemmas: UnsafeBufferPointer<TermID>
  /// See ``Chunks``, which holds these three before and afterwards.
  let tags: UnsafeMutableBufferPointer<PartOfSpeech>
  let phraseAt: UnsafeMutableBufferPointer<Int32>
  let verbAt: UnsafeMutableBufferPointer<Int32>
}
