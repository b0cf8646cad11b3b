import Registry

/// What the argument parser says of arguments that it does not understand.
struct UsageFailure {
  private let message: String
  private let arguments: [String]

  init(_ message: String, arguments: [String]) {
    self.message = message
    self.arguments = arguments
  }

  /// The failure, naming an unknown command as one.
  var failure: CommandFailure {
    if let word = unknownCommand {
      let nearest = NearestNames(to: word).among(PermregCommand.commandNames)
      let hint =
        nearest.first.map { "did you mean `\($0)`?" } ?? "`permreg --help` lists the commands"
      return CommandFailure("unknown command `\(word)`", hint: hint, status: .usage)
    }
    let sentences = message.split(separator: "\n").map(String.init)
    let first = sentences.first ?? "wrong usage"
    if let choice = choiceFailure(first, sentences.dropFirst()) { return choice }
    let (fact, advice) = Self.divided(first)
    return CommandFailure(
      Self.inOurStyle(fact), hint: advice.map(Self.inOurStyle) ?? usageHint, status: .usage)
  }

  /// The failure for a value that is none of those that an argument takes.
  private func choiceFailure(
    _ sentence: String, _ choices: ArraySlice<String>
  ) -> CommandFailure? {
    guard let end = sentence.firstRange(of: ". Please provide one of the following:") else {
      return nil
    }
    let fact = Self.inOurStyle(String(sentence[..<end.lowerBound]))
    let values = choices.map { String($0.trimmingPrefix { " -".contains($0) }) }
    let quoted = fact.split(separator: "`", omittingEmptySubsequences: false)
    let nearest = NearestNames(to: quoted.count > 1 ? String(quoted[1]) : "").among(values)
    let advice =
      nearest.first.map { "did you mean `\($0)`?" }
      ?? "it takes \(values.joined(separator: ", "))"
    return CommandFailure(fact, hint: advice)
  }

  private var unknownCommand: String? {
    let words = arguments.filter { !$0.hasPrefix("-") }
    guard !words.contains(where: PermregCommand.commandNames.contains) else { return nil }
    var isValue = false
    for argument in arguments {
      if isValue {
        isValue = false
      } else if argument.hasPrefix("--") {
        isValue = GlobalOptions.optionsWithValue.contains(argument)
      } else if !argument.hasPrefix("-") {
        return argument
      }
    }
    return nil
  }

  private var usageHint: String {
    guard let command = arguments.first(where: PermregCommand.commandNames.contains) else {
      return "`permreg --help` lists the commands"
    }
    return "`permreg \(command) --help` explains the command"
  }

  /// The parser's sentence and, where it has one, its advice.
  private static func divided(_ message: String) -> (String, String?) {
    guard let range = message.firstRange(of: "Did you mean ") else { return (message, nil) }
    return (String(message[..<range.lowerBound]), String(message[range.lowerBound...]))
  }

  /// The sentence without a capital and a full stop, its quotations in backticks.
  private static func inOurStyle(_ sentence: String) -> String {
    var text = sentence.replacing("'", with: "`")
    while text.hasSuffix(" ") || text.hasSuffix(".") { text.removeLast() }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
