import AccessQueries
import ArgumentParser
import Evaluation
import Glibc
import Registry

/// What is known of the request that is asked about.
struct ContextOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A condition key with its values, such as aws:SourceIp=10.0.0.1; may be repeated.",
      discussion: """
        It counts before what the registry knows. A comma parts values where the key can hold \
        several, such as aws:TagKeys. Without a value (aws:SourceIp=) the request lacks the key.
        """,
      valueName: "key=value,…"))
  var context: [String] = []

  @Flag(help: "Take every key that is not given, and does not follow, to be absent.")
  var completeContext = false

  @Option(
    help: ArgumentHelp(
      "When the request is made: 2026-08-01, or 2026-08-01T12:00:00Z.",
      discussion: """
        Without it the time is open; with --complete-context it is the time of --as-of, else now: \
        every request has one.
        """,
      valueName: "time"))
  var at: String?

  /// The context as the questions take it.
  ///
  /// - Throws: `CommandFailure` for a key that the catalog lacks, a value of another type, and a
  ///   text that is no time.
  func supplied(_ options: GlobalOptions) throws(CommandFailure) -> SuppliedContext {
    var values: [String: [String]] = [:]
    var names: [ContextKey: String] = [:]
    for text in context {
      let entry = try ContextEntry(text)
      guard names.updateValue(entry.key, forKey: ContextKey(entry.key)) == nil else {
        throw CommandFailure(
          "`\(entry.key)` is given twice", hint: "give a key once, with all its values")
      }
      values[entry.key] = entry.values
    }
    return SuppliedContext(
      values: values, isComplete: completeContext, time: try time(options))
  }

  private func time(_ options: GlobalOptions) throws(CommandFailure) -> RequestTime? {
    if let at {
      guard let time = RequestTime(at) else {
        throw CommandFailure(
          "`\(at)` is no time", hint: "write a day (2026-08-01) or a time (2026-08-01T12:00:00Z)")
      }
      return time
    }
    guard completeContext else { return nil }
    if let asOf = options.asOf, case .observed(let instant) = try MomentText.moment(asOf) {
      return RequestTime(instant)
    }
    return RequestTime(seconds: Glibc.time(nil))
  }
}
