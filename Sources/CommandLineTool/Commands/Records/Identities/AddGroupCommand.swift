import ArgumentParser
import RecordEditing

/// `permreg add-group`: add an IAM user group.
struct AddGroupCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-group", abstract: "Add an IAM user group.",
    discussion: """
      EXAMPLE:
        permreg add-group developers
      """, aliases: ["create-group"])

  @Argument(help: "The group's name.")
  var name: String

  @Option(help: ArgumentHelp("The path, such as /team/.", valueName: "path"))
  var path: String = "/"

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.addGroup(name, path: path) }
  }
}
