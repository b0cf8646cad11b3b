import ArgumentParser
import RecordEditing
import Registry

/// `permreg remove`: remove a record that nothing else uses.
struct RemoveCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a record that nothing else uses.",
    discussion: """
      What is still in use is not removed, and the error names every user. A function goes with its\
       versions, aliases, URLs and policies.

      EXAMPLES:
        permreg remove role app
        permreg remove managed-policy-version invoke-orders v1
        permreg remove function orders --if-exists
      """)

  @Argument(help: "What it is, such as role or function.")
  var kind: RecordKind

  @Argument(help: ArgumentHelp("Its name; for some kinds several.", valueName: "name"))
  var names: [String]

  @OptionGroup var removal: RemovalOptions
  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.remove(kind, names, isOptional: removal.ifExists) }
  }
}
