import ArgumentParser
import RecordEditing

/// `permreg add-user-to-group`: make a user a member of a group.
struct AddUserToGroupCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-user-to-group", abstract: "Make a user a member of a group.",
    discussion: """
      EXAMPLE:
        permreg add-user-to-group ada developers
      """)

  @Argument(help: "The user.")
  var user: String

  @Argument(help: "The group.")
  var group: String

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.addUser(user, toGroup: group) }
  }
}
