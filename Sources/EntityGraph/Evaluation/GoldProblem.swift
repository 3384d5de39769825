/// Why a line of a gold standard could not be used, and where. The rest is still compared.
public struct GoldProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file as the user named it.
  public var input: String
  /// The line, counted from 1; nil for a file that holds one article.
  public var line: Int?
  public var what: What

  /// What can be wrong.
  public enum What: Error, Hashable, Sendable {
    case unreadable(String)
    case notUTF8
    case json(JSONProblem)
    /// A member that is not there: its key, and in what.
    case missing(String, of: String)
    /// A member of the wrong type: its key, in what, and what it has to be.
    case type(String, of: String, expected: String)
    case kind(String, of: String)
    case form(String, of: String)
    /// An end that is not behind its start.
    case emptySpan(Annotation.Span, of: String)
    case outside(Annotation.Span, length: Int)
    case unknownEntity(String, of: String)
    case repeatedEntity(String)
    case repeatedDocument(String)
    case noArticle(String)
    case noText(String)
  }

  /// One line: the file, the line, what is wrong, and what to do.
  public var description: String {
    let place = line.map { ":\($0)" } ?? ""
    return "\(InputProblem.printable(input))\(place): \(what)"
  }
}

extension GoldProblem.What: CustomStringConvertible {
  /// What is wrong, without the place.
  public var description: String {
    switch self {
    case .unreadable(let why): "cannot be read: \(why)"
    case .notUTF8: "not UTF-8"
    case .json(let problem): "broken JSON: \(problem)"
    case .missing(let key, let owner): "no \"\(key)\" in \(shown(owner))"
    case .type(let key, let owner, let expected): "\"\(key)\" of \(shown(owner)) is no \(expected)"
    case .kind(let kind, let owner):
      "\(shown(owner)) is of unknown kind '\(shown(kind))'; there are person, organization, place "
        + "and other"
    case .form(let form, let owner):
      "a mention of \(shown(owner)) has the unknown form '\(shown(form))'; there are "
        + MentionForm.allCases.map(\.word).joined(separator: ", ")
    case .emptySpan(let span, let owner):
      "\(shown(owner)) ends at \(span.end), not behind its start \(span.start)"
    case .outside(let span, let length):
      "the span \(span.start)–\(span.end) reaches over the end of the article, which has \(length) "
        + "Unicode scalars; is it the same text?"
    case .unknownEntity(let id, let owner):
      "\(shown(owner)) names the entity \"\(shown(id))\", which the line does not have"
    case .repeatedEntity(let id): "two entities have the id \"\(shown(id))\""
    case .repeatedDocument(let id): "\"\(shown(id))\" was given before; this one is left out"
    case .noArticle(let id): "no article has the id \"\(shown(id))\""
    case .noText(let id): "\"\(shown(id))\" has no \"text\"; name the articles behind the gold file"
    }
  }

  private func shown(_ text: String) -> String { InputProblem.printable(text) }
}
