import ArgumentParser
import JSONText
import Registry

/// `permreg diff`: what differs between two moments.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show what differs between two moments.",
    discussion: """
      A moment is a revision (@12), a date (its end, UTC) or an instant; dates mean what was \
      observed by then. Without a second moment, the first is compared with now.

      EXAMPLES:
        permreg diff @12
        permreg diff 2026-08-01 2026-09-01 --kind resource-policy
        permreg diff @12 @15 --exit-code
      """)

  @Argument(help: ArgumentHelp("The one moment.", valueName: "moment"))
  var first: String

  @Argument(help: ArgumentHelp("The other moment; else now.", valueName: "moment"))
  var second: String?

  @Option(help: ArgumentHelp("Only records of this kind.", valueName: "kind"))
  var kind: RecordKind?

  @Flag(help: "End with 2 where they differ.")
  var exitCode = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    if second != nil, options.asOf != nil {
      throw CommandFailure("the second moment and `--as-of` say the same thing; give one of them")
    }
    let (from, to) = (
      try MomentText.moment(first), try second.map { try MomentText.moment($0) }
    )
    let isDifferent = try options.read { registry, snapshot in
      let numbers = (
        try registry.number(at: from),
        try to.map { try registry.number(at: $0) } ?? snapshot.revision
      )
      let changes = try registry.changes(from: numbers.0, to: numbers.1)
        .filter { kind == nil || $0.kind == kind?.rawValue }
      try print(changes, from: numbers.0, to: try registry.revision(numbers.1), snapshot)
      return !changes.isEmpty
    }
    if isDifferent, exitCode { throw ExitStatus.no.asError }
  }

  private func print(
    _ changes: [Change], from first: Int, to last: Revision?, _ snapshot: Snapshot
  ) throws {
    let report = ChangeReport(changes, in: snapshot, isVerbose: options.verbose)
    let question: JSON = [
      "command": "diff", "from": .number(String(first)),
      "to": .number(String(last?.number ?? 0)),
    ]
    let isForPrograms = options.format == .json || options.format == .ndjson
    Report(
      envelope: Envelope(
        question: question, revision: last, answers: isForPrograms ? try report.answers() : []),
      table: isForPrograms ? Table([]) : try report.table()
    ).print(options.format)
    if changes.isEmpty, options.isForPeople, !options.quiet {
      StandardOutput.report("nothing differs between @\(first) and @\(last?.number ?? 0)")
    }
  }
}
