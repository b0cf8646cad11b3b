import ArgumentParser
import JSONText
import Registry

/// `permreg show`: one record, its documents and its history.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a record with its documents and its history.",
    discussion: """
      A name is an ARN, `role/path/name`, `role/name`, a bare name, `name:qualifier`, or a fragment \
      that only one ARN holds. A kind with several key fields takes a name for each.

      Examples:
        permreg show role app
        permreg show inline-policy role/app invoke-orders
        permreg show managed-policy-version orders v2
        permreg show resource-policy function/orders --format json
      """)

  @Argument(help: "What it is, such as role or function.")
  var kind: RecordKind

  @Argument(help: ArgumentHelp("Its name; for some kinds several.", valueName: "name"))
  var names: [String]

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let shown = try options.read { registry, snapshot in
      let row = try RecordChoice(command: "show", kind: kind, names: names)
        .row(in: snapshot, options)
      return ShownRecord(
        row: row, documents: try documents(of: row, in: snapshot),
        history: try history(of: row, registry, until: snapshot.revision),
        head: try registry.revision(snapshot.revision))
    }
    if options.isForPeople {
      shown.print()
    } else {
      shown.report(of: names).print(options.format)
    }
  }

  private func documents(
    of row: RecordRow, in snapshot: Snapshot
  ) throws -> [(name: String, content: JSON)] {
    try zip(kind.table.fields, row.values).compactMap { field, value in
      guard case .document(let digest) = value, let text = try snapshot.documentText(digest),
        let content = JSON(text: text)
      else { return nil }
      return (field.name, content)
    }
  }

  private func history(
    of row: RecordRow, _ registry: Registry, until revision: Int
  ) throws -> [HistoryEntry] {
    try registry.history(of: kind, key: row.key, until: revision).compactMap { number, change in
      try registry.revision(number).map { HistoryEntry(revision: $0, change: change) }
    }
  }
}

/// One revision that changed a record.
private struct HistoryEntry {
  let revision: Revision
  let change: Change

  var verb: String {
    if change.before == nil { return "added" }
    return change.after == nil ? "removed" : "changed"
  }

  var json: JSON {
    guard case .object(let members) = revision.json else { return .null }
    return .object([JSON.Member("change", .string(verb))] + members)
  }
}

/// What `show` found.
private struct ShownRecord {
  let row: RecordRow
  let documents: [(name: String, content: JSON)]
  let history: [HistoryEntry]
  let head: Revision?

  /// Prints the record for people.
  func print() {
    let style = Style(isColored: Terminal.standardOutput.isColored)
    let fields = row.kind.table.fields
    let width = (fields.map { $0.name.utf8.count }.max() ?? 0) + 2
    for (index, field) in fields.enumerated() where row.values[index] != .null {
      let value = row.text(of: index)
      guard !value.isEmpty else { continue }
      let head = field.name.replacing("_", with: " ").padded(to: width)
      StandardOutput.line("\(style.bold(head))\(value.terminalEscaped)")
    }
    for document in documents {
      let head = document.name.replacing("_", with: " ")
      StandardOutput.line("\n\(style.bold(head))\n\(document.content.text(.indented))")
    }
    StandardOutput.line("")
    for line in historyTable.lines() { StandardOutput.line(line) }
  }

  func report(of names: [String]) -> Report {
    var members: [JSON.Member] = []
    if case .object(let fields) = row.content { members = fields }
    members.append(
      JSON.Member(
        "documents", .object(documents.map { JSON.Member($0.name.camelCased, $0.content) })))
    members.append(JSON.Member("history", .array(history.map(\.json))))
    let question: JSON = [
      "command": "show", "kind": .string(row.kind.rawValue),
      "name": .array(names.map(JSON.string)),
    ]
    return Report(
      envelope: Envelope(question: question, revision: head, answers: [.object(members)]),
      table: historyTable)
  }

  private var historyTable: Table {
    var table = Table(["revision", "recorded at", "change", "command", "by", "reason"])
    for entry in history.reversed() {
      let revision = entry.revision
      table.append([
        "@\(revision.number)", revision.recordedAt, entry.verb, revision.command,
        revision.author.text, revision.author.reason,
      ])
    }
    return table
  }
}
