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
    var values: [String: String] = [:]
    var option: String?
    for argument in arguments {
      if let name = option {
        if argument.utf8.first == UInt8(ascii: "-") { return nil }
        values[name] = argument
        option = nil
        continue
      }
      switch argument {
      case "--format", "--output", "-o", "--jobs", "--evidence":
        let name = argument == "-o" ? "--output" : argument
        if values[name] != nil { return nil }
        option = name
      case "--quiet", "-q": values["--quiet"] = ""
      case "-": return nil
      default:
        if argument.utf8.first == UInt8(ascii: "-") || argument.isEmpty { return nil }
        articles.append(argument)
      }
    }
    func number(_ name: String, _ usual: Int) -> Int? {
      guard let text = values[name] else { return usual }
      return text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
    guard option == nil, !articles.isEmpty, let jobs = number("--jobs", 0),
      let evidence = number("--evidence", 5),
      let format = Format(rawValue: values["--format"] ?? Format.text.rawValue)
    else { return nil }
    var input = ArticleArguments()
    input.articles = articles
    var common = CommonOptions()
    common.pack = []
    common.jobs = jobs
    common.evidence = evidence
    common.quiet = values["--quiet"] != nil
    common.progress = false
    common.knowledge = nil
    common.through = nil
    self.init()
    self.input = input
    self.format = format
    output = values["--output"]
    explain = false
    self.common = common
  }
}
