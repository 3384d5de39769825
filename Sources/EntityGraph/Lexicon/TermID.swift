/// A case-folded word. Known words have an id below the lexicon's `termCount`; a word that only the
/// document knows gets a higher id that holds within that document.
public typealias TermID = UInt32
