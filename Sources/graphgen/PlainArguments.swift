/// Reading plain arguments of `extract` without the parser.
///
/// The argument parser takes three milliseconds to find out what a command's options are, which is
/// longer than an article takes. What is no list of articles with the commonest options, each at most
/// once and with a space before its value, is left to it, and so is every complaint.
extension Extract {
  /// - Parameter plain: what follows the command's name.
  /// - Returns: nil for anything that takes the parser to understand.
  init?(plain arguments: some Sequence<String>) {
    var articles: [String] = []
    var (formatWord, output): (String?, String?)
    var (jobsWord, evidenceWord): (String?, String?)
    var isQuiet = false
    var rest = Array(arguments)[...]
    /// Sets an option's value; false if it has one, or none follows.
    func take(_ value: inout String?) -> Bool {
      guard value == nil, let next = rest.popFirst(), !next.utf8.starts(with: "-".utf8) else {
        return false
      }
      value = next
      return true
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--format": if !take(&formatWord) { return nil }
      case "--output", "-o": if !take(&output) { return nil }
      case "--jobs": if !take(&jobsWord) { return nil }
      case "--evidence": if !take(&evidenceWord) { return nil }
      case "--quiet", "-q": isQuiet = true
      default:
        if argument.isEmpty || argument.utf8.starts(with: "-".utf8) { return nil }
        articles.append(argument)
      }
    }
    func number(_ text: String?, _ usual: Int) -> Int? {
      guard let text else { return usual }
      return text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
    guard !articles.isEmpty, let jobs = number(jobsWord, 0), let evidence = number(evidenceWord, 5),
      let format = Format(rawValue: formatWord ?? Format.text.rawValue)
    else { return nil }
    var input = ArticleArguments()
    input.articles = articles
    var common = CommonOptions()
    common.pack = []
    common.jobs = jobs
    common.evidence = evidence
    common.quiet = isQuiet
    common.progress = false
    common.knowledge = nil
    common.through = nil
    self.init()
    self.input = input
    self.format = format
    self.output = output
    explain = false
    self.common = common
  }
}
