import ArgumentParser
import RecordEditing

/// `permreg add-account`: add an account.
struct AddAccountCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-account", abstract: "Add an account.",
    discussion: """
      EXAMPLE:
        permreg add-account 111122223333 --name production --parent ou-exam-workload
      """, aliases: ["create-account"])

  @Argument(help: "The 12 digits.")
  var id: String

  @Option(help: ArgumentHelp("The account's name.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("Its organization; else that of the parent.", valueName: "id"))
  var organization: String?

  @Option(help: ArgumentHelp("The root or unit that holds it.", valueName: "id"))
  var parent: String?

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.addAccount(id, name: name, organization: organization, parent: parent) }
  }
}
