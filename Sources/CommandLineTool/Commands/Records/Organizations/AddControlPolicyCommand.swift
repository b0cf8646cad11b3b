import ArgumentParser
import PolicyLanguage
import RecordEditing
import Registry

/// `permreg add-control-policy`: add a service or resource control policy.
struct AddControlPolicyCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-control-policy", abstract: "Add a service or resource control policy.",
    discussion: """
      EXAMPLES:
        permreg add-control-policy deny-leaving scp.json
        permreg add-control-policy perimeter rcp.json --type RESOURCE_CONTROL_POLICY
      """)

  @Argument(help: "The policy's name.")
  var name: String

  @Argument(help: "The document; - is standard input.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp("SERVICE_CONTROL_POLICY or RESOURCE_CONTROL_POLICY.", valueName: "type"))
  var type: ControlPolicyType = .serviceControl

  @Option(
    help: ArgumentHelp("The id that Organizations gave it; else a random one.", valueName: "p-id"))
  var id: String?

  @Option(
    help: ArgumentHelp("The organization, where the registry knows several.", valueName: "id"))
  var organization: String?

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let source = try PolicySource(
      file: file, type: type == .serviceControl ? .serviceControl : .resourceControl)
    let policy = RecordEditor.NewControlPolicy(
      name: name, id: id ?? "p-" + RandomID.text(length: 10), document: source.document,
      organization: organization)
    try write { try $0.addControlPolicy(policy) }
    source.reportWarnings()
  }
}
