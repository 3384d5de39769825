/// The stages that a document passes, in their order; `Benchmarks` measures each.
public enum Stage: String, Sendable, CaseIterable {
  case tokens, sentences, names, chunks, entities, relations
}
