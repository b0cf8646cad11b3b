import ArgumentParser
import RecordEditing

/// `permreg set-default-policy-version`: put a version of a managed policy in force.
struct SetDefaultPolicyVersionCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "set-default-policy-version",
    abstract: "Put a version of a managed policy in force.",
    discussion: """
      EXAMPLE:
        permreg set-default-policy-version invoke-orders v1
      """)

  @Argument(help: "The policy.")
  var policy: String

  @Argument(help: "The version, such as v2.")
  var version: String

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.setDefaultVersion(of: policy, to: version) }
  }
}
