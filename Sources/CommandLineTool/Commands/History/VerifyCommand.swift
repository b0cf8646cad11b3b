import ArgumentParser
import JSONText
import Registry

/// `permreg verify`: whether the file holds what its history says.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check that nobody has edited the registry or its history.",
    discussion: """
      Recomputes the hash of every revision, derives records, documents and index from the history \
      again, and compares. Ends with 2 where something is wrong, and names the first of it.

      Someone who rewrites the whole file with all its hashes is found only by a hash that was \
      kept elsewhere: keep what this command prints, and give it with --head.

      EXAMPLES:
        permreg verify
        permreg verify --head 3b1f…
      """)

  @Option(
    help: ArgumentHelp("The hash of a revision that was kept elsewhere.", valueName: "hash"))
  var head: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    guard options.asOf == nil else {
      throw CommandFailure("`verify` checks the whole history, and `--as-of` a part of it")
    }
    let kept = try head.map { try Self.hash($0) }
    let registry = Registry(try RegistryFile.openForReading(at: options.path))
    let bar = ProgressBar(isShown: Terminal.standardError.isInteractive && !options.quiet)
    do {
      let verified = try registry.verify(kept: kept) { bar.show(done: $0, of: $1) }
      bar.clear()
      report(verified)
    } catch let fault as RegistryFault {
      bar.clear()
      report(fault)
      throw ExitStatus.no.asError
    }
  }

  private static func hash(_ text: String) throws(CommandFailure) -> [UInt8] {
    guard let hash = [UInt8](hexadecimal: text.asciiLowercased), hash.count == 32 else {
      throw CommandFailure(
        "`\(text)` is no hash of a revision",
        hint: "it has 64 hexadecimal digits; `permreg verify` and `permreg status` print it")
    }
    return hash
  }

  private func report(_ verified: VerifiedRegistry) {
    guard options.isForPeople else {
      let answer: JSON = [
        "sound": true, "records": .number(String(verified.records)),
        "documents": .number(String(verified.documents)),
        "keptRevision": verified.kept.map { .number(String($0)) } ?? .null,
      ]
      return print(answer, head: verified.head, row: ["yes", "", "", ""])
    }
    guard let head = verified.head else {
      return options.say("the registry is sound and empty: nothing has been recorded yet")
    }
    options.say(
      """
      sound: \(head.number.grouped) revisions, \(verified.records.grouped) records now and before, \
      \(verified.documents.grouped) documents
      """)
    if let kept = verified.kept {
      let newer = head.number - kept
      options.say(
        "the hash given is that of @\(kept)"
          + (newer == 0 ? ", the newest revision" : "; \(newer.grouped) revisions are newer"))
    }
    StandardOutput.line("@\(head.number) \(head.hash.hexadecimal)")
  }

  private func report(_ fault: RegistryFault) {
    guard options.isForPeople else {
      let answer: JSON = [
        "sound": false, "table": .string(fault.table), "key": .string(fault.key),
        "problem": .string(fault.problem),
      ]
      return print(answer, head: nil, row: ["no", fault.table, fault.key, fault.problem])
    }
    StandardOutput.line(fault.description.terminalEscaped)
    StandardOutput.report("hint: restore the file from a backup that `permreg verify` finds sound")
  }

  private func print(_ answer: JSON, head: Revision?, row: [String]) {
    var table = Table(["sound", "table", "key", "problem"])
    table.append(row)
    Report(
      envelope: Envelope(question: ["command": "verify"], revision: head, answers: [answer]),
      table: table
    ).print(options.format)
  }
}
