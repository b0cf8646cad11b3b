import ArgumentParser
import RecordEditing

/// `permreg remove-permission`: removes a statement from a function's policy.
struct RemovePermissionCommand: ParsableCommand, PermissionCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove-permission",
    abstract: "Remove a statement from a function's policy.",
    discussion: """
      Takes the flags of `aws lambda remove-permission` and, as it does, prints nothing. A policy \
      without statements ceases to be.

      EXAMPLE:
        permreg remove-permission --function-name orders:prod --statement-id partner
      """)

  @OptionGroup var function: FunctionOptions

  @Option(help: ArgumentHelp("The statement's Sid.", valueName: "id"))
  var statementID: String

  @OptionGroup var precondition: RevisionOption
  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write("remove-permission") { writer, place in
      try PermissionEditor(writer, in: place).removePermission(
        statementID, from: function.functionName, qualifier: function.qualifier,
        revisionID: precondition.revisionID)
    }
  }
}
