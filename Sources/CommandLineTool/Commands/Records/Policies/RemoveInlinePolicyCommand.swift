import ArgumentParser
import RecordEditing

/// `permreg remove-inline-policy`: remove a policy embedded in a user, group or role.
struct RemoveInlinePolicyCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove-inline-policy",
    abstract: "Remove a policy embedded in a user, group or role.",
    discussion: """
      EXAMPLE:
        permreg remove-inline-policy role/app invoke-orders
      """, aliases: ["delete-role-policy", "delete-user-policy", "delete-group-policy"])

  @Argument(help: "The user, group or role.")
  var principal: String

  @Argument(help: "The policy's name.")
  var name: String

  @OptionGroup var removal: RemovalOptions
  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.removeInlinePolicy(name, from: principal, isOptional: removal.ifExists) }
  }
}
