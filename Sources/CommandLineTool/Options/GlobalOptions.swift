import ArgumentParser
import Glibc
import Registry
import SQLite

/// What every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: "The registry's file; else $PERMREG_REGISTRY, else permreg.db.", completion: .file())
  var registry: String?

  @Option(help: "Narrow names to one account.")
  var account: String?

  @Option(help: "Narrow names to one Region.")
  var region: String?

  @Option(help: "How to print: table, json, ndjson or csv.")
  var format: OutputFormat = .table

  /// The path of the registry's file.
  var path: String { registry ?? Environment["PERMREG_REGISTRY"] ?? "permreg.db" }

  /// Answers from the registry as it stands, inside one read transaction.
  func withSnapshot<Result>(_ body: (Snapshot, Revision?) throws -> Result) throws -> Result {
    let connection = try RegistryFile.openForReading(at: path)
    let registry = Registry(connection)
    return try connection.read {
      let head = try registry.head
      return try body(Snapshot(connection, at: head?.number ?? 0), head)
    }
  }

  /// Opens the registry to write.
  func openForWriting() throws -> Registry {
    Registry(try RegistryFile.open(at: path))
  }
}

/// How answers are printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table
  case json
  case ndjson
  case csv
}

/// The variables of the process.
enum Environment {
  /// The value of a variable that is set and not empty.
  static subscript(name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
