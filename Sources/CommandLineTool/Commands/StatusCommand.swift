import ArgumentParser
import JSONText
import Registry

/// Tells what a registry holds.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Tell what the registry holds and how old it is.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try options.withSnapshot { snapshot, head in
      let counts = try RecordKind.allCases.map { ($0, try snapshot.count($0)) }
      if options.format != .table {
        let kinds = counts.map { JSON.Member($0.rawValue, .number("\($1)")) }
        let envelope = Envelope(
          question: .object([.init("command", "status")]), revision: head,
          answers: [.object([.init("records", .object(kinds))])])
        StandardOutput.line(envelope.json.text(.indented))
        return
      }
      StandardOutput.line(
        "registry  \(options.path.terminalEscaped), schema \(RegistryFile.schemaVersion)")
      if let head {
        StandardOutput.line(
          "revision  \(head.number), recorded \(head.recordedAt) by \(head.author.actor.terminalEscaped)"
        )
        StandardOutput.line("observed  \(head.observedAt)")
        StandardOutput.line("hash      \(head.hash.hexadecimal)")
      } else {
        StandardOutput.line("revision  none: nothing was written yet")
      }
      var table = Table(["records", "count"])
      for (kind, count) in counts where count > 0 { table.append([kind.rawValue, "\(count)"]) }
      for line in table.lines() { StandardOutput.line(line) }
    }
  }
}
