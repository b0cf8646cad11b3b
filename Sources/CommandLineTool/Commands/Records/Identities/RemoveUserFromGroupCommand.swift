import ArgumentParser
import RecordEditing

/// `permreg remove-user-from-group`: take a user out of a group.
struct RemoveUserFromGroupCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove-user-from-group", abstract: "Take a user out of a group.",
    discussion: """
      EXAMPLE:
        permreg remove-user-from-group ada developers
      """)

  @Argument(help: "The user.")
  var user: String

  @Argument(help: "The group.")
  var group: String

  @OptionGroup var removal: RemovalOptions
  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.removeUser(user, fromGroup: group, isOptional: removal.ifExists) }
  }
}
