import ArgumentParser
import RecordEditing

/// `permreg attach-policy`: attach a managed policy to a user, group or role.
struct AttachPolicyCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach-policy", abstract: "Attach a managed policy to a user, group or role.",
    discussion: """
      EXAMPLES:
        permreg attach-policy invoke-orders role/app
        permreg attach-policy arn:aws:iam::aws:policy/service-role/AWSLambdaRole role/app
      """, aliases: ["attach-role-policy", "attach-user-policy", "attach-group-policy"])

  @Argument(help: "The policy.")
  var policy: String

  @Argument(help: "The user, group or role.")
  var principal: String

  @Option(
    help: ArgumentHelp("How many attached policies AWS grants the principal.", valueName: "number"))
  var quota: Int = AttachmentQuota.standard

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.attachPolicy(policy, to: principal, quota: quota) }
  }
}
