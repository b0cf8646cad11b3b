import ArgumentParser
import PolicyLanguage
import RecordEditing

/// `permreg add-policy-version`: add a version to a customer managed policy.
struct AddPolicyVersionCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-policy-version", abstract: "Add a version to a customer managed policy.",
    discussion: """
      A policy has five versions at most. Where a version holds the same document, none is added.

      EXAMPLE:
        permreg add-policy-version invoke-orders policy.json --set-as-default
      """, aliases: ["create-policy-version"])

  @Argument(help: "The policy.")
  var policy: String

  @Argument(help: "The document; - is standard input.", completion: .file())
  var file: String

  @Flag(help: "Put the version in force.")
  var setAsDefault = false

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let source = try PolicySource(file: file, type: .identity)
    try write {
      try $0.addPolicyVersion(of: policy, document: source.document, asDefault: setAsDefault)
    }
    source.reportWarnings()
  }
}
