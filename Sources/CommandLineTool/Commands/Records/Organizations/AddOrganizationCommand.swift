import ArgumentParser
import RecordEditing

/// `permreg add-organization`: add an organization.
struct AddOrganizationCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-organization", abstract: "Add an organization.",
    discussion: """
      EXAMPLE:
        permreg add-organization o-exampleorgid 111122223333
      """, aliases: ["create-organization"])

  @Argument(help: "The organization's id.")
  var id: String

  @Argument(help: "The id of its management account.")
  var managementAccount: String

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.addOrganization(id, managementAccount: managementAccount) }
  }
}
