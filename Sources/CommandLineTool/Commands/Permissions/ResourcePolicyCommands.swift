import ArgumentParser
import JSONText
import PolicyLanguage
import RecordEditing

/// `permreg set-resource-policy`: gives a resource a policy as a whole.
struct SetResourcePolicyCommand: ParsableCommand, PermissionCommand {
  static let configuration = CommandConfiguration(
    commandName: "set-resource-policy",
    abstract: "Give a function or any other resource a whole policy.",
    discussion: """
      The document takes the place of the policy that the resource has. It is checked as AWS checks \
      it, and refused where AWS would refuse it. Setting the same policy again changes nothing.

      EXAMPLES:
        permreg set-resource-policy function/orders policy.json --reason "PLAT-12"
        permreg set-resource-policy arn:aws:s3:::uploads - < bucket-policy.json
      """, aliases: ["put-resource-policy"])

  @Argument(help: "Its ARN, or the name of a function.")
  var resource: String

  @Argument(help: "The document; - is standard input.", completion: .file())
  var file: String

  @OptionGroup var precondition: RevisionOption
  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let source = try PolicySource(file: file, type: .resource)
    let arn = try write("set-resource-policy") { writer, place in
      let editor = ResourcePolicyEditor(writer, in: place)
      let arn = try editor.arn(of: resource)
      _ = try editor.set(source.root, on: arn, revisionID: precondition.revisionID)
      return arn
    }
    source.reportWarnings()
    StandardOutput.line(arn.terminalEscaped)
  }
}

/// `permreg remove-resource-policy`: takes the policy from a resource.
struct RemoveResourcePolicyCommand: ParsableCommand, PermissionCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove-resource-policy",
    abstract: "Remove the whole policy of a function or any other resource.",
    discussion: """
      EXAMPLES:
        permreg remove-resource-policy function/orders --reason "PLAT-12"
        permreg remove-resource-policy arn:aws:s3:::uploads --dry-run
      """, aliases: ["delete-resource-policy"])

  @Argument(help: "Its ARN, or the name of what carries it.")
  var resource: String

  @OptionGroup var precondition: RevisionOption
  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let arn = try write("remove-resource-policy") { writer, place in
      let editor = ResourcePolicyEditor(writer, in: place)
      let arn = try editor.arn(of: resource)
      try editor.remove(from: arn, revisionID: precondition.revisionID)
      return arn
    }
    StandardOutput.line(arn.terminalEscaped)
  }
}
