import AccessQueries
import ArgumentParser

/// What is known of the request that is asked about.
struct ContextOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A condition key with its values, such as aws:SourceIp=10.0.0.1; may be repeated.",
      valueName: "key=value,…"))
  var context: [String] = []

  @Flag(help: "Take every key that is not given, and does not follow, to be absent.")
  var completeContext = false

  /// The context as the questions take it.
  func supplied() throws -> SuppliedContext {
    var values: [String: [String]] = [:]
    for entry in context {
      guard let equals = entry.firstIndex(of: "="), equals != entry.startIndex else {
        throw CommandFailure(
          "`\(entry)` is no context key with a value", hint: "write --context aws:SourceIp=10.0.0.1"
        )
      }
      let texts = entry[entry.index(after: equals)...]
        .split(separator: ",", omittingEmptySubsequences: false)
      values[String(entry[..<equals])] = texts.map(String.init)
    }
    return SuppliedContext(values: values, isComplete: completeContext)
  }
}
