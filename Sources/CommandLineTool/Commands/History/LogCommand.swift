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
        permreg log --record role/deployer --since 2026-08-01
        permreg log --kind resource-policy --by ada
      """)

  @Option(help: ArgumentHelp("Show that many at most.", valueName: "count"))
  var limit: Int?

  @Option(
    help: ArgumentHelp("Only what changed this record; removed ones count.", valueName: "name"))
  var record: String?

  @Option(help: ArgumentHelp("Only what changed records of this kind.", valueName: "kind"))
  var kind: RecordKind?

  @Option(name: .customLong("by"), help: ArgumentHelp("Only what this actor wrote."))
  var actor: String?

  @Option(
    help: ArgumentHelp("Only what was recorded from then on, the day included.", valueName: "date"))
  var since: String?

  @Option(
    help: ArgumentHelp("Only what was recorded by then, the day included.", valueName: "date"))
  var until: String?

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("`--limit` takes a number from 1 on") }
  }

  func run() throws {
    let (entries, head) = try options.read { registry, snapshot in
      (
        try registry.log(try filter(in: registry), until: snapshot.revision, limit: limit),
        try registry.revision(snapshot.revision)
      )
    }
    var table = Table([
      "revision", "recorded at", "observed at", "command", "by", "changes", "reason",
    ])
    var envelope = Envelope(question: question, revision: head)
    for entry in entries {
      let revision = entry.revision
      table.append([
        "@\(revision.number)", revision.recordedAt, revision.observedAt, revision.command,
        revision.author.text, entry.tally.text, revision.author.reason,
      ])
      guard case .object(let members) = revision.json else { continue }
      envelope.answers.append(.object(members + [JSON.Member("changes", entry.tally.json)]))
    }
    Report(envelope: envelope, table: table).print(options.format)
    if entries.isEmpty, options.isForPeople, !options.quiet {
      StandardOutput.report(
        head == nil ? "nothing has been recorded yet" : "no revision is like that")
    }
  }

  private func filter(in registry: Registry) throws -> RevisionFilter {
    var filter = RevisionFilter()
    filter.record = try record.map { try registry.historyKey(named: $0) }
    filter.kind = kind
    filter.actor = actor
    filter.since = try since.map { try MomentText.start($0) }
    filter.until = try until.map { try MomentText.instant($0) }
    return filter
  }

  private var question: JSON {
    let filters = [
      ("record", record), ("kind", kind?.rawValue), ("actor", actor), ("since", since),
      ("until", until),
    ]
    return .object(
      [JSON.Member("command", "log")]
        + filters.compactMap { name, value in value.map { JSON.Member(name, .string($0)) } })
  }
}
