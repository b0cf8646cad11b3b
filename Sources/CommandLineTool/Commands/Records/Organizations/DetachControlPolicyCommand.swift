import ArgumentParser
import RecordEditing

/// `permreg detach-control-policy`: detach a control policy from a root, unit or account.
struct DetachControlPolicyCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "detach-control-policy",
    abstract: "Detach a control policy from a root, unit or account.",
    discussion: """
      EXAMPLE:
        permreg detach-control-policy deny-leaving r-exam
      """)

  @Argument(help: "The policy's name, id or ARN.")
  var policy: String

  @Argument(help: "The id of the root, unit or account.")
  var target: String

  @OptionGroup var removal: RemovalOptions
  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.detachControlPolicy(policy, from: target, isOptional: removal.ifExists) }
  }
}
