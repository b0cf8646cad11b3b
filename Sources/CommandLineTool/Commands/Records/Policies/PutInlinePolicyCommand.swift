import ArgumentParser
import PolicyLanguage
import RecordEditing
import Registry

/// `permreg put-inline-policy`: embed a policy in a user, group or role.
struct PutInlinePolicyCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "put-inline-policy", abstract: "Embed a policy in a user, group or role.",
    discussion: """
      A policy of that name is replaced. All inline policies together have a quota: 10240 characters for a \
      role, 5120 for a group, 2048 for a user.

      EXAMPLE:
        permreg put-inline-policy role/app invoke-orders policy.json
      """, aliases: ["put-role-policy", "put-user-policy", "put-group-policy"])

  @Argument(help: "The user, group or role.")
  var principal: String

  @Argument(help: "The policy's name.")
  var name: String

  @Argument(help: "The document; - is standard input.", completion: .file())
  var file: String

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let source = try PolicySource(
      file: file, type: .identity, characterLimit: InlineQuota.characters(for: .role))
    try write { try $0.putInlinePolicy(name, in: principal, document: source.document) }
    source.reportWarnings()
  }
}
