import JSONText
import RecordEditing
import Registry

/// A command that changes a resource-based policy.
///
/// Standard output holds what the AWS CLI prints for the same command and nothing else, so that a
/// script can take the one for the other; what the registry has to say goes to standard error.
protocol PermissionCommand {
  var authorship: AuthorOptions { get }
  var options: GlobalOptions { get }
}

extension PermissionCommand {
  /// Writes one revision, and says which.
  func write<Result>(
    _ command: String, _ body: (RevisionWriter, PermissionPlace) throws -> Result
  ) throws -> Result {
    let registry = try options.openForWriting()
    let outcome = try registry.write(
      command, by: authorship.author, isDryRun: authorship.dryRun
    ) { writer in
      let snapshot = Snapshot(registry.connection, at: try registry.head?.number ?? 0)
      return try body(writer, options.place(in: snapshot))
    }
    say(of: outcome.revision)
    return outcome.result
  }

  private func say(of revision: Revision?) {
    guard !options.quiet else { return }
    guard let revision else { return StandardOutput.reportInPlace("nothing has changed\n") }
    StandardOutput.reportInPlace(
      authorship.dryRun
        ? "would be revision @\(revision.number); nothing was written\n"
        : "revision @\(revision.number)\n")
  }
}

extension GlobalOptions {
  /// Where names are looked up.
  func place(in snapshot: Snapshot) -> PermissionPlace {
    PermissionPlace(snapshot, account: account, region: region)
  }
}

/// An answer of AWS as the AWS CLI prints it: JSON, indented by four spaces.
struct AWSAnswer {
  private let members: [(name: String, text: String)]

  /// What AddPermission answers.
  static func statement(_ stored: StoredStatement) -> AWSAnswer {
    AWSAnswer(members: [("Statement", stored.text)])
  }

  /// What AddLayerVersionPermission answers.
  static func layerStatement(_ stored: StoredStatement) -> AWSAnswer {
    AWSAnswer(members: [("Statement", stored.text), ("RevisionId", stored.revisionID)])
  }

  /// What GetPolicy and GetLayerVersionPolicy answer.
  static func policy(_ policy: CarriedPolicy) -> AWSAnswer {
    AWSAnswer(
      members: [("Policy", policy.text)]
        + [policy.revisionID.map { ("RevisionId", $0) }].compactMap(\.self))
  }

  /// Prints the answer.
  func print() {
    let lines = members.map { "    \(JSON.string($0.name).text()): \(JSON.string($0.text).text())" }
    StandardOutput.line("{\n\(lines.joined(separator: ",\n"))\n}")
  }
}
