import ArgumentParser
import Glibc
import Registry

/// The options of every command, accepted before and after the command's name.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: .customLong("registry"),
    help: ArgumentHelp(
      "The registry; else $PERMREG_REGISTRY, else ./permreg.db.", valueName: "file"))
  var registryPath: String?

  @Flag(help: "Refuse to write.")
  var readOnly = false

  @Option(help: ArgumentHelp("Narrow to an account.", valueName: "account-id"))
  var account: String?

  @Option(help: ArgumentHelp("Narrow to a Region.", valueName: "region"))
  var region: String?

  @Option(
    help: ArgumentHelp(
      "What was observed by then (2026-08-01, 2026-08-01T12:00:00Z), or a revision (@12).",
      valueName: "moment"))
  var asOf: String?

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp("table, json, ndjson or csv.", valueName: "format"))
  var formatChoice = FormatChoice.common(.table)

  @Flag(help: "Use no colour, as NO_COLOR does.")
  var noColor = false

  @Flag(name: .shortAndLong, help: "Say nothing but the answer.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say more.")
  var verbose = false

  init() {}
}

extension GlobalOptions {
  /// The options above that take a value.
  static let optionsWithValue = ["--registry", "--account", "--region", "--as-of", "--format"]

  /// The format that was asked for, as far as every command has it.
  var format: OutputFormat {
    if case .common(let format) = formatChoice { format } else { .table }
  }

  /// The path of the registry.
  var path: String {
    registryPath ?? Environment["PERMREG_REGISTRY"] ?? "permreg.db"
  }

  /// Answers from the registry as it stood at `--as-of`, inside one read transaction; the body gets
  /// the revision too, `nil` before the first.
  func withSnapshot<Result>(_ body: (Snapshot, Revision?) throws -> Result) throws -> Result {
    try read { registry, snapshot in
      try body(snapshot, try registry.revision(snapshot.revision))
    }
  }

  /// Reads the registry as it stood at `--as-of`, inside one read transaction.
  func read<Result>(_ body: (Registry, Snapshot) throws -> Result) throws -> Result {
    let moment = try asOf.map { try MomentText.moment($0) } ?? .now
    let registry = Registry(try RegistryFile.openForReading(at: path))
    return try registry.read(at: moment) { try body(registry, $0) }
  }

  /// Opens the registry to write.
  func openForWriting() throws -> Registry {
    try checkWriting()
    return Registry(try RegistryFile.open(at: path))
  }

  /// Throws where an option forbids to write.
  func checkWriting() throws(CommandFailure) {
    if readOnly { throw CommandFailure("this command writes, and `--read-only` was given") }
    if asOf != nil { throw CommandFailure("this command writes, and `--as-of` only reads") }
  }

  /// Says something that is not part of an answer, unless `--quiet` was given.
  func say(_ text: String) {
    if !quiet { StandardOutput.line(text) }
  }

  /// Whether people read the answer.
  var isForPeople: Bool { format == .table }
}

/// How answers are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table
  case json
  case ndjson
  case csv
}

/// A format that was asked for.
enum FormatChoice: ExpressibleByArgument, Equatable {
  /// One that every command has.
  case common(OutputFormat)
  /// JUnit's XML, which `test` has.
  case junit

  init?(argument: String) {
    if argument == "junit" {
      self = .junit
    } else if let format = OutputFormat(rawValue: argument) {
      self = .common(format)
    } else {
      return nil
    }
  }

  var defaultValueDescription: String {
    if case .common(let format) = self { format.rawValue } else { "junit" }
  }

  static let allValueStrings = OutputFormat.allCases.map(\.rawValue)

  /// Refuses a format that a command does not have, whichever command it is.
  static func check(_ command: any ParsableCommand) throws(CommandFailure) {
    let groups = Mirror(reflecting: command).children.map(\.value)
    let options = groups.compactMap { ($0 as? OptionGroup<GlobalOptions>)?.wrappedValue }
    guard options.contains(where: { $0.formatChoice == .junit }) else { return }
    if command is TestCommand { return }
    throw CommandFailure(
      "`junit` is a format of `permreg test` alone",
      hint: "it takes \(allValueStrings.joined(separator: ", "))")
  }
}

/// The variables of the process.
enum Environment {
  /// The value of a variable that is set and not empty.
  static subscript(name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
