/// Compares what the program finds with a gold standard in the interchange format.
public struct Evaluation: Sendable {
  private let gold: GoldSet
  private let isFlat: Bool
  private let knowledge: Knowledge

  /// Makes a comparison with a gold standard.
  ///
  /// - Parameter isFlat: whether the standard has flat spans of names alone, as CoNLL's has.
  public init(_ gold: GoldSet, isFlat: Bool, knowledge: Knowledge) {
    self.gold = gold
    self.isFlat = isFlat
    self.knowledge = knowledge
  }

  /// Adds the figures of one article; one that the gold standard lacks is passed over.
  public func compare(
    _ document: borrowing Document, _ extraction: borrowing Extraction, into figures: inout Figures
  ) {
    guard let entry = gold.entry(document.id) else { return }
    let text = Array(String(decoding: document.text, as: UTF8.self).unicodeScalars)
    if let reach = entry.annotation.reach, reach.end > text.count {
      figures.problems.append(entry.problem(.outside(reach, length: text.count)))
      figures.compared.append(document.id)
      return
    }
    var writer = JSONLWriter(knowledge: knowledge)
    var line = ByteWriter()
    writer.write(document, extraction, to: &line)
    do {
      var comparison = Comparison(
        gold: entry.annotation, system: try AnnotationReader.read(line.bytes), text: text)
      if isFlat { comparison.runFlat() } else { comparison.run() }
      comparison.figures.finish(document.id, comparison.findings)
      figures.add(comparison.figures)
    } catch { figures.problems.append(entry.problem(error)) }
  }

  /// Compares articles that the gold standard carries itself, as `text` of its lines.
  public func compareOwnTexts(into figures: inout Figures) {
    var extractor = Extractor(knowledge: knowledge)
    var extraction = Extraction()
    for entry in gold.entries {
      guard let text = entry.annotation.text else {
        figures.problems.append(entry.problem(.noText(entry.annotation.document)))
        continue
      }
      let document = Document(id: entry.annotation.document, text: text)
      extractor.extract(text, into: &extraction)
      compare(document, extraction, into: &figures)
    }
  }

  /// Notes the articles of the gold standard that were not among the inputs.
  public func noteMissing(into figures: inout Figures) {
    let seen = Set(figures.compared)
    for entry in gold.entries where !seen.contains(entry.annotation.document) {
      figures.problems.append(entry.problem(.noArticle(entry.annotation.document)))
    }
  }
}
