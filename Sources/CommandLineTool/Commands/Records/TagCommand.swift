import ArgumentParser
import RecordEditing
import Registry

/// `permreg tag`: tag a user, a role or any other ARN.
struct TagCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Tag a user, a role or any other ARN.",
    discussion: """
      EXAMPLE:
        permreg tag role/app team=orders env=prod
      """, aliases: ["tag-resource", "tag-role", "tag-user", "tag-policy"])

  @Argument(help: "What is tagged: a name or any ARN.")
  var name: String

  @Argument(
    help: ArgumentHelp("The tags; a key that is there gets the new value.", valueName: "key=value"))
  var tags: [Tag]

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.tag(name, tags) }
  }
}
