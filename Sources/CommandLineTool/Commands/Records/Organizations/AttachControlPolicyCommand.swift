import ArgumentParser
import RecordEditing

/// `permreg attach-control-policy`: attach a control policy to a root, unit or account.
struct AttachControlPolicyCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach-control-policy",
    abstract: "Attach a control policy to a root, unit or account.",
    discussion: """
      EXAMPLE:
        permreg attach-control-policy deny-leaving r-exam
      """)

  @Argument(help: "The policy's name, id or ARN.")
  var policy: String

  @Argument(help: "The id of the root, unit or account.")
  var target: String

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.attachControlPolicy(policy, to: target) }
  }
}
