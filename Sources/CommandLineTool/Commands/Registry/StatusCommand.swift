import ArgumentParser
import JSONText
import Registry

/// `permreg status`: what the registry holds, and how far its knowledge reaches.
struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Say what the registry holds.",
    discussion: """
      Shows the file, the newest revision, the records by kind, and the scopes that were looked at.

      Examples:
        permreg status
        permreg status --format json
      """)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let report = try options.withSnapshot { snapshot, head in
      let counts = try RecordKind.allCases.map { ($0, try snapshot.count($0)) }
      return StatusReport(
        path: options.path, size: FileSystem.size(options.path), revision: head,
        counts: counts.filter { $0.1 > 0 },
        coverage: try snapshot.rows(
          of: .coverage, account: options.account, region: options.region))
    }
    if options.isForPeople {
      report.print()
    } else {
      report.report.print(options.format)
    }
  }
}

/// What `status` found.
private struct StatusReport {
  let path: String
  let size: Int?
  let revision: Revision?
  let counts: [(RecordKind, Int)]
  let coverage: [RecordRow]

  /// Prints it for people.
  func print() {
    let style = Style(isColored: Terminal.standardOutput.isColored)
    for (name, value) in facts {
      StandardOutput.line("\(style.bold(name.padded(to: 10)))\(value.terminalEscaped)")
    }
    for table in [countTable, coverageTable] where !table.rows.isEmpty {
      StandardOutput.line("")
      for line in table.lines() { StandardOutput.line(line) }
    }
  }

  /// It for programs.
  var report: Report {
    let answer: JSON = [
      "registry": .string(path), "bytes": size.map { .number(String($0)) } ?? .null,
      "schema": .number(String(RegistryFile.schemaVersion)), "head": revision.map(\.json) ?? .null,
      "records": .object(counts.map { JSON.Member($0.0.rawValue, .number(String($0.1))) }),
      "coverage": .array(coverage.map(\.content)),
    ]
    return Report(
      envelope: Envelope(question: ["command": "status"], revision: revision, answers: [answer]),
      table: countTable)
  }

  private var facts: [(String, String)] {
    var facts = [("registry", path)]
    if let size { facts.append(("size", "\(size.grouped) bytes")) }
    facts.append(("schema", "version \(RegistryFile.schemaVersion)"))
    guard let revision else { return facts + [("revision", "none: nothing has been recorded yet")] }
    facts.append(
      (
        "revision",
        "@\(revision.number) recorded \(revision.recordedAt) by \(revision.author.text)"
      ))
    if !revision.author.reason.isEmpty { facts.append(("reason", revision.author.reason)) }
    facts.append(("observed", revision.observedAt))
    facts.append(("hash", revision.hash.hexadecimal))
    return facts
  }

  private var countTable: Table {
    var table = Table(["kind", "records"])
    for (kind, count) in counts { table.append([kind.rawValue, String(count)]) }
    return table
  }

  private var coverageTable: Table {
    var table = Table(["scope", "account", "region", "status", "observed at"])
    for row in coverage { table.append(row.values.map { $0.text ?? "" }) }
    return table
  }
}
