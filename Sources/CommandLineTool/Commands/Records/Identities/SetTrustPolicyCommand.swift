import ArgumentParser
import PolicyLanguage
import RecordEditing

/// `permreg set-trust-policy`: replace a role's trust policy.
struct SetTrustPolicyCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "set-trust-policy", abstract: "Replace a role's trust policy.",
    discussion: """
      EXAMPLE:
        permreg set-trust-policy app trust.json
      """, aliases: ["update-assume-role-policy"])

  @Argument(help: "The role.")
  var role: String

  @Argument(help: "The document; - is standard input.", completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      "How many characters AWS grants trust policies here, up to 8192.", valueName: "characters"))
  var quota: Int = TrustQuota.standard

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try TrustQuota.check(quota)
    let source = try PolicySource(file: file, type: .trust, characterLimit: quota)
    try write { try $0.setTrustPolicy(of: role, to: source.document) }
    source.reportWarnings()
  }
}
