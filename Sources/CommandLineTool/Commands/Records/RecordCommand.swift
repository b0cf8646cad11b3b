import ArgumentParser
import JSONText
import RecordEditing
import Registry

/// A command that changes one record: it parses, calls the editor, and prints what came of it.
///
/// What is so already is no fault: the command changes nothing and ends with 0.
protocol RecordCommand: ParsableCommand {
  var authorship: AuthorOptions { get }
  var options: GlobalOptions { get }
}

extension RecordCommand {
  /// Changes a record in a revision of its own, and says which record and revision.
  func write(_ body: (RecordEditor) throws -> EditedRecord) throws {
    let registry = try options.openForWriting()
    let place = EditingPlace(account: options.account, region: options.region)
    let outcome = try registry.edit(
      Self._commandName, by: authorship.author, in: place, isDryRun: authorship.dryRun, body)
    let outline = EditOutline(
      command: Self._commandName, record: outcome.result, revision: outcome.revision,
      head: try registry.head, tally: outcome.tally, isDryRun: authorship.dryRun)
    outline.print(options)
  }
}

/// What a command did to a record.
private struct EditOutline {
  let command: String
  let record: EditedRecord
  /// What was written, or would be.
  let revision: Revision?
  /// What the registry now stands at.
  let head: Revision?
  let tally: ChangeTally
  let isDryRun: Bool

  func print(_ options: GlobalOptions) {
    for note in record.notes where !options.quiet {
      StandardOutput.report("note: \(note.terminalEscaped)")
    }
    guard options.isForPeople else { return report.print(options.format) }
    StandardOutput.line(name.terminalEscaped)
    options.say(sentence)
  }

  /// The fields that identify the record, as `show` takes them.
  private var name: String { record.key.joined(separator: " ") }

  private var sentence: String {
    guard let revision else { return "nothing changed: it is so already" }
    return isDryRun
      ? "would be revision @\(revision.number) (\(tally.text)); nothing was written"
      : "revision @\(revision.number) (\(tally.text))"
  }

  private var report: Report {
    var members = [
      JSON.Member("kind", .string(record.kind.rawValue)),
      JSON.Member("key", .array(record.key.map(JSON.string))),
    ]
    if record.key.count == 1, record.key[0].hasPrefix("arn:") {
      members.append(JSON.Member("arn", .string(record.key[0])))
    }
    members += [
      JSON.Member("written", .bool(revision != nil && !isDryRun)),
      JSON.Member("changes", tally.json),
      JSON.Member("notes", .array(record.notes.map(JSON.string))),
    ]
    var table = Table(["kind", "record", "changes"])
    table.append([record.kind.rawValue, name, tally.text])
    let question: JSON = ["command": .string(command), "name": .string(name)]
    return Report(
      envelope: Envelope(question: question, revision: head, answers: [.object(members)]),
      table: table)
  }
}
