import ArgumentParser
import JSONText
import Registry

/// `permreg blame`: who brought each part of a record, and why.
struct BlameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blame", abstract: "Show who brought each field and statement of a record.",
    discussion: """
      For each field that has a value and each statement of a policy: the revision since which it \
      has stood as it does. A kind with several key fields takes a name for each.

      EXAMPLES:
        permreg blame resource-policy orders
        permreg blame inline-policy role/app invoke-orders
        permreg blame managed-policy orders --statement AllowInvoke
      """)

  @Argument(help: "What it is, such as role or resource-policy.")
  var kind: RecordKind

  @Argument(help: ArgumentHelp("Its name; for some kinds several.", valueName: "name"))
  var names: [String]

  @Option(
    help: ArgumentHelp("Only the statement with this Sid, or in this place (#2).", valueName: "sid")
  )
  var statement: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let blamed = try options.read { registry, snapshot in
      let row = try RecordChoice(command: "blame", kind: kind, names: names)
        .row(in: snapshot, options)
      let parts = try Blame(registry, snapshot).parts(of: row).filter { part in
        statement.map { part.part.hasSuffix(" statement \($0)") } ?? true
      }
      if let statement, parts.isEmpty {
        throw CommandFailure("`\(row.key)` has no statement `\(statement)`")
      }
      return try report(on: parts, of: row, registry, at: snapshot.revision)
    }
    blamed.print(options.format)
  }

  private func report(
    on parts: [BlamedPart], of row: RecordRow, _ registry: Registry, at number: Int
  ) throws -> Report {
    let question: JSON = [
      "command": "blame", "kind": .string(kind.rawValue), "key": .string(row.key),
    ]
    var envelope = Envelope(question: question, revision: try registry.revision(number))
    var table = Table(["part", "revision", "recorded at", "by", "command", "reason", "value"])
    for part in parts {
      guard let revision = try registry.revision(part.revision) else { continue }
      table.append([
        part.part.replacing("_", with: " "), "@\(revision.number)", revision.recordedAt,
        revision.author.text, revision.command, revision.author.reason, part.value,
      ])
      envelope.answers.append([
        "part": .string(part.part), "value": .string(part.value), "revision": revision.json,
      ])
    }
    return Report(envelope: envelope, table: table)
  }
}
