import ArgumentParser
import RecordEditing

/// `permreg add-version`: add a published version of a function.
struct AddVersionCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-version", abstract: "Add a published version of a function.",
    discussion: """
      The version takes over the function's present role and layers. Without a number every run adds one;\
       with a number, a version that is there is no fault.

      EXAMPLES:
        permreg add-version orders
        permreg add-version orders 7
      """, aliases: ["publish-version"])

  @Argument(help: "The function.")
  var function: String

  @Argument(help: "The version's number; else the next.")
  var number: String?

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.addVersion(of: function, number: number) }
  }
}
