import ArgumentParser
import RecordEditing

/// `permreg add-permission`: adds a statement to a function's policy.
struct AddPermissionCommand: ParsableCommand, PermissionCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-permission",
    abstract: "Allow someone to use a function, in its own policy.",
    discussion: """
      Takes the flags of `aws lambda add-permission`, writes the statement that Lambda would store, \
      refuses what Lambda would refuse, and prints what the AWS CLI prints.

      EXAMPLES:
        permreg add-permission --function-name orders --statement-id s3 \\
          --action lambda:InvokeFunction --principal s3.amazonaws.com \\
          --source-arn arn:aws:s3:::uploads --source-account 111122223333
        permreg add-permission --function-name orders:prod --statement-id partner \\
          --action lambda:InvokeFunction --principal 444455556666 --reason "PLAT-12"
      """)

  @OptionGroup var function: FunctionOptions

  @Option(help: ArgumentHelp("The statement's Sid, which the policy has not yet.", valueName: "id"))
  var statementID: String

  @Option(help: "The action, such as lambda:InvokeFunction.")
  var action: String

  @Option(help: "A service, an account id, the ARN of a user or role, or *.")
  var principal: String

  @Option(help: ArgumentHelp("The ARN of what the service calls for.", valueName: "arn"))
  var sourceARN: String?

  @Option(help: ArgumentHelp("The account of what the service calls for.", valueName: "account"))
  var sourceAccount: String?

  @Option(help: ArgumentHelp("The token that an Alexa skill must show.", valueName: "token"))
  var eventSourceToken: String?

  @Option(help: ArgumentHelp("The organization that the caller must be in.", valueName: "id"))
  var principalOrgID: String?

  @Option(help: ArgumentHelp("NONE or AWS_IAM: that of the function's URL.", valueName: "type"))
  var functionURLAuthType: String?

  @Flag(inversion: .prefixedNo, help: "Only for calls that come through the function's URL.")
  var invokedViaFunctionURL: Bool?

  @OptionGroup var precondition: RevisionOption
  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    var permission = FunctionPermission(
      statementID: statementID, action: action, principal: principal)
    permission.sourceARN = sourceARN
    permission.sourceAccount = sourceAccount
    permission.eventSourceToken = eventSourceToken
    permission.principalOrganizationID = principalOrgID
    permission.functionURLAuthType = functionURLAuthType
    permission.isInvokedViaFunctionURL = invokedViaFunctionURL
    let stored = try write("add-permission") { writer, place in
      try PermissionEditor(writer, in: place).add(
        permission, to: function.functionName, qualifier: function.qualifier,
        revisionID: precondition.revisionID)
    }
    AWSAnswer.statement(stored).print()
  }
}

/// Which function a command of Lambda's is about.
struct FunctionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Its name, NAME:QUALIFIER, ACCOUNT:function:NAME or its ARN.", valueName: "function"))
  var functionName: String

  @Option(help: "A version or an alias.")
  var qualifier: String?
}

/// The precondition of a change.
struct RevisionOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Change the policy only if this is its RevisionId.", valueName: "revision-id"))
  var revisionID: String?
}
