import ArgumentParser
import JSONText
import Registry

/// `permreg log`: the revisions.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "List the revisions, the newest first.",
    discussion: """
      EXAMPLES:
        permreg log
        permreg log --limit 10 --format json
      """)

  @Option(help: ArgumentHelp("Show that many at most.", valueName: "count"))
  var limit: Int?

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("`--limit` takes a number from 1 on") }
  }

  func run() throws {
    let (entries, head) = try options.read { registry, snapshot in
      let revisions = try registry.revisions(until: snapshot.revision, limit: limit)
      let entries = try revisions.map { ($0, try registry.tally(of: $0.number)) }
      return (entries, revisions.first)
    }
    var table = Table([
      "revision", "recorded at", "observed at", "command", "by", "changes", "reason",
    ])
    var envelope = Envelope(question: ["command": "log"], revision: head)
    for (revision, tally) in entries {
      table.append([
        "@\(revision.number)", revision.recordedAt, revision.observedAt, revision.command,
        revision.author.text, tally.text, revision.author.reason,
      ])
      guard case .object(let members) = revision.json else { continue }
      envelope.answers.append(.object(members + [JSON.Member("changes", tally.json)]))
    }
    Report(envelope: envelope, table: table).print(options.format)
    if entries.isEmpty, options.isForPeople, !options.quiet {
      StandardOutput.report("nothing has been recorded yet")
    }
  }
}
