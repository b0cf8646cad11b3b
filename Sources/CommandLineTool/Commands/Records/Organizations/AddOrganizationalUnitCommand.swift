import ArgumentParser
import RecordEditing

/// `permreg add-organizational-unit`: add the root or a unit of an organization.
struct AddOrganizationalUnitCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-organizational-unit", abstract: "Add the root or a unit of an organization.",
    discussion: """
      EXAMPLES:
        permreg add-organizational-unit r-exam Root
        permreg add-organizational-unit ou-exam-workload Workloads --parent r-exam
      """, aliases: ["create-organizational-unit"])

  @Argument(help: "The id: r-… or ou-….")
  var id: String

  @Argument(help: "The name.")
  var name: String

  @Option(help: ArgumentHelp("The root or unit above it; none for the root.", valueName: "id"))
  var parent: String?

  @Option(
    help: ArgumentHelp("The organization, where the registry knows several.", valueName: "id"))
  var organization: String?

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let unit = RecordEditor.NewUnit(id: id, name: name, parent: parent, organization: organization)
    try write { try $0.addUnit(unit) }
  }
}
