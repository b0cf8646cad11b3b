import ArgumentParser
import JSONText
import Registry

/// `permreg revert`: undoes a revision by a new one.
struct RevertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revert", abstract: "Undo a revision, as a new revision.",
    discussion: """
      Every record that the revision changed is again as it was before. Refused where a later \
      revision changed one of them otherwise. Nothing of the history is removed.

      EXAMPLES:
        permreg revert @12 --reason "imported into the wrong registry"
        permreg revert @12 --dry-run
      """)

  @Argument(help: "The number, such as @12.")
  var revision: String

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let number = try MomentText.revision(revision)
    let registry = try options.openForWriting()
    let outcome = try registry.revert(
      number, by: authorship.author, isDryRun: authorship.dryRun)
    guard options.isForPeople else { return print(outcome.revision, outcome.tally, of: number) }
    for line in outcome.tally.table.rows.isEmpty ? [] : outcome.tally.table.lines() {
      options.say(line)
    }
    guard let made = outcome.revision else {
      return options.say("nothing changed: `@\(number)` is undone already")
    }
    options.say(
      authorship.dryRun
        ? "would be revision @\(made.number); nothing was written"
        : "undid @\(number): revision @\(made.number)")
  }

  private func print(_ revision: Revision?, _ tally: ChangeTally, of number: Int) {
    let answer: JSON = [
      "reverted": .number(String(number)), "dryRun": .bool(authorship.dryRun),
      "revision": revision.map(\.json) ?? .null, "changes": tally.json,
    ]
    Report(
      envelope: Envelope(
        question: ["command": "revert", "revision": .number(String(number))], revision: revision,
        answers: [answer]),
      table: tally.table
    ).print(options.format)
  }
}
