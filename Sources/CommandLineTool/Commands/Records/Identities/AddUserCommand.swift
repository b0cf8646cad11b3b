import ArgumentParser
import RecordEditing
import Registry

/// `permreg add-user`: add an IAM user.
struct AddUserCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-user", abstract: "Add an IAM user.",
    discussion: """
      EXAMPLE:
        permreg add-user ada --path /team/ --tag team=orders
      """, aliases: ["create-user"])

  @Argument(help: "The user's name.")
  var name: String

  @Option(help: ArgumentHelp("The path, such as /team/.", valueName: "path"))
  var path: String = "/"

  @Option(
    help: ArgumentHelp("The managed policy that is its permissions boundary.", valueName: "policy"))
  var boundary: String?

  @Option(
    name: .customLong("tag"),
    help: ArgumentHelp("A tag; may be given several times.", valueName: "key=value"))
  var tags: [Tag] = []

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.addUser(name, path: path, boundary: boundary, tags: tags) }
  }
}
