import ArgumentParser
import RecordEditing

/// `permreg add-layer-version-permission`: adds a statement to the policy of a layer version.
struct AddLayerVersionPermissionCommand: ParsableCommand, PermissionCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-layer-version-permission",
    abstract: "Allow other accounts to use a layer version.",
    discussion: """
      Takes the flags of `aws lambda add-layer-version-permission`, and prints what it prints.

      EXAMPLE:
        permreg add-layer-version-permission --layer-name common --version-number 3 \\
          --statement-id org --action lambda:GetLayerVersion --principal '*' \\
          --organization-id o-a1b2c3d4e5
      """)

  @OptionGroup var layer: LayerOptions

  @Option(help: ArgumentHelp("The statement's Sid, which the policy has not yet.", valueName: "id"))
  var statementID: String

  @Option(help: "The action, lambda:GetLayerVersion.")
  var action: String

  @Option(help: "An account id, the ARN of an account's root, or *.")
  var principal: String

  @Option(help: ArgumentHelp("The organization that * is confined to.", valueName: "id"))
  var organizationID: String?

  @OptionGroup var precondition: RevisionOption
  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let permission = LayerPermission(
      statementID: statementID, action: action, principal: principal,
      organizationID: organizationID)
    let stored = try write("add-layer-version-permission") { writer, place in
      try PermissionEditor(writer, in: place).add(
        permission, to: layer.name, revisionID: precondition.revisionID)
    }
    AWSAnswer.layerStatement(stored).print()
  }
}

/// `permreg remove-layer-version-permission`: removes a statement from the policy of a layer version.
struct RemoveLayerVersionPermissionCommand: ParsableCommand, PermissionCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove-layer-version-permission",
    abstract: "Remove a statement from the policy of a layer version.",
    discussion: """
      Takes the flags of `aws lambda remove-layer-version-permission` and, as it does, prints nothing.

      EXAMPLE:
        permreg remove-layer-version-permission --layer-name common --version-number 3 \\
          --statement-id org
      """)

  @OptionGroup var layer: LayerOptions

  @Option(help: ArgumentHelp("The statement's Sid.", valueName: "id"))
  var statementID: String

  @OptionGroup var precondition: RevisionOption
  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write("remove-layer-version-permission") { writer, place in
      try PermissionEditor(writer, in: place).removePermission(
        statementID, from: layer.name, revisionID: precondition.revisionID)
    }
  }
}

/// `permreg get-layer-version-policy`: the policy of a layer version.
struct GetLayerVersionPolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "get-layer-version-policy",
    abstract: "Print the policy of a layer version.",
    discussion: """
      Takes the flags of `aws lambda get-layer-version-policy` and prints what it prints.

      EXAMPLE:
        permreg get-layer-version-policy --layer-name common --version-number 3
      """)

  @OptionGroup var layer: LayerOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let policy = try options.withSnapshot { snapshot, _ in
      try options.place(in: snapshot).policy(of: layer.name)
    }
    AWSAnswer.policy(policy).print()
  }
}

/// Which layer version a command of Lambda's is about.
struct LayerOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The layer's name or ARN.", valueName: "layer"))
  var layerName: String

  @Option(help: ArgumentHelp("The number of its version.", valueName: "number"))
  var versionNumber: Int

  /// The layer version that is named.
  var name: LayerVersionName { LayerVersionName(layer: layerName, version: versionNumber) }
}
