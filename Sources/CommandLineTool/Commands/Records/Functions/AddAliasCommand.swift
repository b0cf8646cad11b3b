import ArgumentParser
import RecordEditing
import Registry

/// `permreg add-alias`: add an alias of a function.
struct AddAliasCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-alias", abstract: "Add an alias of a function.",
    discussion: """
      EXAMPLES:
        permreg add-alias orders prod --function-version 7
        permreg add-alias orders canary --function-version 7 --routing 8=0.1
      """, aliases: ["create-alias"])

  @Argument(help: "The function.")
  var function: String

  @Argument(help: "The alias's name.")
  var name: String

  @Option(help: ArgumentHelp("The version that it points at, or $LATEST.", valueName: "version"))
  var functionVersion: String

  @Option(
    help: ArgumentHelp("Another version, and its share of the calls.", valueName: "version=weight"))
  var routing: [Tag] = []

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let shares = routing.map { (version: $0.key, weight: $0.value) }
    try write { try $0.addAlias(name, of: function, version: functionVersion, routing: shares) }
  }
}
