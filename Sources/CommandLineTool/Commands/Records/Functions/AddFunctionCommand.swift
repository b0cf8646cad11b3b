import ArgumentParser
import RecordEditing

/// `permreg add-function`: add a Lambda function.
struct AddFunctionCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-function", abstract: "Add a Lambda function.",
    discussion: """
      Only what decides or needs permissions is kept: no code and no environment variables.

      EXAMPLE:
        permreg add-function orders --role app --region eu-central-1 --account 111122223333
      """, aliases: ["create-function"])

  @Argument(help: "The function's name or ARN.")
  var name: String

  @Option(help: ArgumentHelp("The execution role.", valueName: "role"))
  var role: String

  @Option(help: ArgumentHelp("Zip or Image.", valueName: "type"))
  var packageType: String?

  @Option(
    name: .customLong("layer"),
    help: ArgumentHelp("The ARN of a layer version; may be given several times.", valueName: "arn"))
  var layers: [String] = []

  @Option(help: ArgumentHelp("The VPC.", valueName: "vpc-id"))
  var vpc: String?

  @Option(
    name: .customLong("subnet-ids"),
    help: ArgumentHelp("A subnet; may be given several times.", valueName: "subnet-id"))
  var subnets: [String] = []

  @Option(
    name: .customLong("security-group-ids"),
    help: ArgumentHelp("A security group; may be given several times.", valueName: "group-id"))
  var securityGroups: [String] = []

  @Option(help: ArgumentHelp("The log group that it writes to.", valueName: "name"))
  var logGroup: String?

  @Option(help: ArgumentHelp("The KMS key that encrypts its settings.", valueName: "arn"))
  var kmsKey: String?

  @Option(help: ArgumentHelp("The dead-letter queue or topic.", valueName: "arn"))
  var deadLetterTarget: String?

  @Option(help: ArgumentHelp("Active or PassThrough.", valueName: "mode"))
  var tracingMode: String?

  @Option(
    name: .customLong("file-system"),
    help: ArgumentHelp("The access point of the file system that it mounts.", valueName: "arn"))
  var fileSystems: [String] = []

  @Option(help: ArgumentHelp("The code signing configuration.", valueName: "arn"))
  var codeSigningConfig: String?

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.addFunction(function) }
  }

  private var function: RecordEditor.NewFunction {
    var function = RecordEditor.NewFunction(name: name, role: role)
    function.packageType = packageType
    function.layers = layers
    function.vpc = vpc
    function.subnets = subnets
    function.securityGroups = securityGroups
    function.logGroup = logGroup
    function.kmsKey = kmsKey
    function.deadLetterTarget = deadLetterTarget
    function.tracingMode = tracingMode
    function.fileSystems = fileSystems
    function.codeSigningConfig = codeSigningConfig
    return function
  }
}
