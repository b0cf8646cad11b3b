import ArgumentParser
import JSONText
import Registry

/// `permreg show-revision`: one revision, change by change.
struct ShowRevisionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show-revision", abstract: "Show a revision and each of its changes.",
    discussion: """
      Documents are compared by meaning, statement by statement. With --verbose added and removed \
      records are shown field by field too.

      EXAMPLES:
        permreg show-revision @12
        permreg show-revision 12 --format json
      """)

  @Argument(help: "The number, such as @12.")
  var revision: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let number = try MomentText.revision(revision)
    let (found, changes) = try options.read { registry, snapshot in
      guard number <= snapshot.revision, let found = try registry.revision(number) else {
        throw CommandFailure(
          "there is no revision `@\(number)`; the newest is `@\(snapshot.revision)`")
      }
      return (found, try report(on: found, registry, snapshot))
    }
    if options.isForPeople { print(found) }
    changes.print(options.format)
  }

  private func report(
    on revision: Revision, _ registry: Registry, _ snapshot: Snapshot
  ) throws -> Report {
    let changes = ChangeReport(
      try registry.changes(of: revision.number), in: snapshot, isVerbose: options.verbose)
    let isForPrograms = options.format == .json || options.format == .ndjson
    var members: [JSON.Member] = []
    if case .object(let fields) = revision.json { members = fields }
    return Report(
      envelope: Envelope(
        question: ["command": "show-revision", "revision": .object(members)], revision: revision,
        answers: isForPrograms ? try changes.answers() : []),
      table: isForPrograms ? Table([]) : try changes.table())
  }

  private func print(_ revision: Revision) {
    let style = Style(isColored: Terminal.standardOutput.isColored)
    let facts = [
      ("revision", "@\(revision.number)"), ("recorded", revision.recordedAt),
      ("observed", revision.observedAt), ("by", revision.author.text),
      ("command", revision.command), ("reason", revision.author.reason),
      ("hash", revision.hash.hexadecimal),
    ]
    for (name, value) in facts where !value.isEmpty {
      StandardOutput.line("\(style.bold(name.padded(to: 10)))\(value.terminalEscaped)")
    }
    StandardOutput.line("")
  }
}
