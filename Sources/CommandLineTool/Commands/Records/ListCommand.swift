import ArgumentParser
import JSONText
import Registry

/// `permreg list`: the records of a kind.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the records of a kind.",
    discussion: """
      Kinds: \(RecordKind.allCases.map(\.rawValue).joined(separator: ", ")).

      Examples:
        permreg list role --account 111122223333
        permreg list function --format csv
        permreg list policy-attachment --as-of 2026-08-01
      """)

  @Argument(help: "What to list, such as role or function.")
  var kind: RecordKind

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let (rows, head) = try options.withSnapshot { snapshot, head in
      (try snapshot.rows(of: kind, account: options.account, region: options.region), head)
    }
    var envelope = Envelope(question: question, revision: head)
    if options.format == .json || options.format == .ndjson {
      envelope.answers = rows.map(\.content)
    }
    Report(envelope: envelope, table: table(of: rows)).print(options.format)
    if rows.isEmpty, options.isForPeople, !options.quiet {
      StandardOutput.report("there is no \(kind.rawValue) here")
    }
  }

  private var question: JSON {
    var members = [JSON.Member("command", "list"), JSON.Member("kind", .string(kind.rawValue))]
    if let account = options.account { members.append(JSON.Member("account", .string(account))) }
    if let region = options.region { members.append(JSON.Member("region", .string(region))) }
    return .object(members)
  }

  private func table(of rows: [RecordRow]) -> Table {
    let listed = kind.listed
    var table = Table(listed.map { kind.table.fields[$0].name.replacing("_", with: " ") })
    for row in rows { table.append(listed.map { row.text(of: $0) }) }
    return table
  }
}
