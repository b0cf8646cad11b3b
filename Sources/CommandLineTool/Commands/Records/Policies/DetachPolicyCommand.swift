import ArgumentParser
import RecordEditing

/// `permreg detach-policy`: detach a managed policy from a user, group or role.
struct DetachPolicyCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "detach-policy", abstract: "Detach a managed policy from a user, group or role.",
    discussion: """
      EXAMPLE:
        permreg detach-policy invoke-orders role/app --if-exists
      """, aliases: ["detach-role-policy", "detach-user-policy", "detach-group-policy"])

  @Argument(help: "The policy.")
  var policy: String

  @Argument(help: "The user, group or role.")
  var principal: String

  @OptionGroup var removal: RemovalOptions
  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.detachPolicy(policy, from: principal, isOptional: removal.ifExists) }
  }
}
