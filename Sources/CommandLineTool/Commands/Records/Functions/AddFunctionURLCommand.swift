import ArgumentParser
import RecordEditing

/// `permreg add-function-url`: give a function or an alias a URL.
struct AddFunctionURLCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-function-url", abstract: "Give a function or an alias a URL.",
    discussion: """
      EXAMPLE:
        permreg add-function-url orders:prod --auth-type AWS_IAM
      """, aliases: ["create-function-url-config"])

  @Argument(help: "The function, or function:alias.")
  var function: String

  @Option(help: ArgumentHelp("AWS_IAM, or NONE for everyone.", valueName: "type"))
  var authType: FunctionURLAuthentication

  @Option(help: ArgumentHelp("The address, where it is known.", valueName: "url"))
  var url: String?

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.addFunctionURL(of: function, authentication: authType, url: url) }
  }
}
