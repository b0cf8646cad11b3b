import ArgumentParser
import JSONText
import PolicyLanguage
import Registry

/// `permreg add-policy`: adds a customer managed policy.
struct AddPolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-policy", abstract: "Add a customer managed policy.",
    discussion: """
      The document is checked as AWS checks it, and refused where AWS would refuse it. Adding the \
      same policy again changes nothing.

      EXAMPLES:
        permreg add-policy invoke-orders policy.json --attach-to role/app
        permreg add-policy invoke-orders - --reason "PLAT-12" < policy.json
      """, aliases: ["create-policy"])

  @Argument(help: "The policy's name.")
  var name: String

  @Argument(help: "The document; - is standard input.", completion: .file())
  var file: String

  @Option(help: ArgumentHelp("The policy's path, such as /team/.", valueName: "path"))
  var path = "/"

  @Option(help: ArgumentHelp("What the policy is for.", valueName: "text"))
  var description: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Users, groups and roles that get it.", valueName: "principal"))
  var attachTo: [String] = []

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try checkWords()
    let source = try PolicySource(file: file, type: .identity)
    let registry = try options.openForWriting()
    let outcome = try registry.write(
      "add-policy", by: authorship.author, isDryRun: authorship.dryRun
    ) { writer in
      let snapshot = Snapshot(registry.connection, at: try registry.head?.number ?? 0)
      let addition = PolicyAddition(
        arn: try arn(in: snapshot), description: description, source: source)
      try addition.write(to: writer, snapshot)
      for principal in attachTo {
        try addition.attach(to: principal, writer, snapshot)
      }
      return addition.arn
    }
    source.reportWarnings()
    print(arn: outcome.result, revision: outcome.revision, tally: outcome.tally, registry)
  }

  /// Checks the words that IAM would refuse.
  ///
  /// Source: IAM API Reference, "CreatePolicy", `PolicyName`, `Path`, `Description`.
  private func checkWords() throws {
    for fault in [PolicyNameRule.fault(of: name), PolicyPathRule.fault(of: path)] {
      guard let fault else { continue }
      throw CommandFailure(fault.message, hint: fault.help)
    }
    if let description, description.unicodeScalars.count > 1_000 {
      throw CommandFailure(
        "the description has \(description.unicodeScalars.count) characters, and may have 1000")
    }
  }

  private func arn(in snapshot: Snapshot) throws -> String {
    let account = try AccountChoice(options.account).account(in: snapshot)
    let partition = AccountChoice.partition(of: options.region)
    return "arn:\(partition):iam::\(account):policy\(path)\(name)"
  }

  private func print(arn: String, revision: Revision?, tally: ChangeTally, _ registry: Registry) {
    if !options.isForPeople {
      let answer: JSON = [
        "arn": .string(arn), "written": .bool(revision != nil && !authorship.dryRun),
        "changes": tally.json,
      ]
      var table = Table(["arn", "changes"])
      table.append([arn, tally.text])
      let question: JSON = ["command": "add-policy", "name": .string(name)]
      let envelope = Envelope(question: question, revision: revision, answers: [answer])
      return Report(envelope: envelope, table: table).print(options.format)
    }
    StandardOutput.line(arn.terminalEscaped)
    guard let revision else { return options.say("it is there already, with the same content") }
    options.say(
      authorship.dryRun
        ? "would be revision @\(revision.number); nothing was written"
        : "revision @\(revision.number)")
  }
}
