import ArgumentParser
import PolicyLanguage
import RecordEditing

/// `permreg add-policy`: adds a customer managed policy.
struct AddPolicyCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-policy", abstract: "Add a customer managed policy.",
    discussion: """
      The document is checked as AWS checks it, and refused where AWS would refuse it. Adding the \
      same policy again changes nothing.

      EXAMPLES:
        permreg add-policy invoke-orders policy.json --attach-to role/app
        permreg add-policy invoke-orders - --reason "PLAT-12" < policy.json
      """, aliases: ["create-policy"])

  @Argument(help: "The policy's name.")
  var name: String

  @Argument(help: "The document; - is standard input.", completion: .file())
  var file: String

  @Option(help: ArgumentHelp("The policy's path, such as /team/.", valueName: "path"))
  var path = "/"

  @Option(help: ArgumentHelp("What the policy is for.", valueName: "text"))
  var description: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Users, groups and roles that get it.", valueName: "principal"))
  var attachTo: [String] = []

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let source = try PolicySource(file: file, type: .identity)
    try write { editor in
      let policy = try editor.addManagedPolicy(
        name, path: path, summary: description, document: source.document)
      for principal in attachTo {
        _ = try editor.attachPolicy(policy.key[0], to: principal)
      }
      return policy
    }
    source.reportWarnings()
  }
}
