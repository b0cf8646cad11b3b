import ArgumentParser
import RecordEditing

/// `permreg untag`: take tags away.
struct UntagCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "untag", abstract: "Take tags away.",
    discussion: """
      EXAMPLE:
        permreg untag role/app team env
      """, aliases: ["untag-resource", "untag-role", "untag-user", "untag-policy"])

  @Argument(help: "What is tagged: a name or any ARN.")
  var name: String

  @Argument(help: ArgumentHelp("The keys; one that is not there is no fault.", valueName: "key"))
  var keys: [String]

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.untag(name, keys: keys) }
  }
}
