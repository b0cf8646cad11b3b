import ArgumentParser
import PolicyLanguage
import RecordEditing
import Registry

/// `permreg add-role`: add an IAM role.
struct AddRoleCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-role", abstract: "Add an IAM role.",
    discussion: """
      Adding the same role again changes nothing.

      EXAMPLES:
        permreg add-role app trust.json --path /service/ --tag team=orders
        permreg add-role app - --boundary ceiling --reason "PLAT-12" < trust.json
      """, aliases: ["create-role"])

  @Argument(help: "The role's name.")
  var name: String

  @Argument(help: "The trust policy; - is standard input.", completion: .file())
  var file: String

  @Option(help: ArgumentHelp("The path, such as /team/.", valueName: "path"))
  var path: String = "/"

  @Option(
    help: ArgumentHelp("The managed policy that is its permissions boundary.", valueName: "policy"))
  var boundary: String?

  @Option(
    name: .customLong("tag"),
    help: ArgumentHelp("A tag; may be given several times.", valueName: "key=value"))
  var tags: [Tag] = []

  @Option(
    help: ArgumentHelp(
      "How many characters AWS grants trust policies here, up to 8192.", valueName: "characters"))
  var quota: Int = TrustQuota.standard

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try TrustQuota.check(quota)
    let source = try PolicySource(file: file, type: .trust, characterLimit: quota)
    var role = RecordEditor.NewRole(name: name, trustPolicy: source.document)
    role.path = path
    role.boundary = boundary
    role.tags = tags
    try write { try $0.addRole(role) }
    source.reportWarnings()
  }
}
