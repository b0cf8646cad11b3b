package import ArgumentParser
import Glibc

/// The command line of permreg.
package struct PermregCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "permreg",
    abstract: "A registry of AWS permissions: who can invoke a function, why, and since when.",
    discussion: """
      EXAMPLES:
        permreg init
        permreg import ./export
        permreg who-can invoke orders-api-prod
        permreg can role/deployer invoke orders-api-prod --explain

      EXIT CODES:
        0  yes, or clean             1  the tool failed
        2  no, or a test failed      3  an input document is not valid
        4  it depends                64 usage, or an unknown name
      """,
    version: "0.1.0",
    groupedSubcommands: commands)

  @OptionGroup var options: GlobalOptions

  package init() {}

  /// Runs the command that the arguments name, and ends the process with its exit status.
  package static func runToExit() -> Never {
    do {
      // A reader that went away is told by `write`, which then gives an error instead.
      signal(SIGPIPE, SIG_IGN)
      // A file that may not grow further is told by SQLite, which then gives an error instead.
      signal(SIGXFSZ, SIG_IGN)
      var command = try parseAsRoot()
      try FormatChoice.check(command)
      try command.run()
      ExitStatus.yes.end()
    } catch {
      ErrorReport(error).end()
    }
  }
}

extension PermregCommand {
  /// The commands, by what they are about.
  static let commands: [CommandGroup] = [
    CommandGroup(
      name: "Registry",
      subcommands: [
        InitCommand.self, ImportCommand.self, CollectScriptCommand.self, StatusCommand.self,
        LogCommand.self, ShowRevisionCommand.self, DiffCommand.self, BlameCommand.self,
        RevertCommand.self, VerifyCommand.self, BackupCommand.self,
      ]),
    CommandGroup(name: "Records", subcommands: recordCommands),
    CommandGroup(
      name: "Permission",
      subcommands: [
        AddPermissionCommand.self, RemovePermissionCommand.self, GetPolicyCommand.self,
        AddLayerVersionPermissionCommand.self, RemoveLayerVersionPermissionCommand.self,
        GetLayerVersionPolicyCommand.self, SetResourcePolicyCommand.self,
        RemoveResourcePolicyCommand.self,
      ]),
    CommandGroup(name: "Question", subcommands: [WhoCanCommand.self, CanCommand.self]),
    CommandGroup(name: "Check", subcommands: [TestCommand.self]),
    CommandGroup(name: "Reference", subcommands: [CatalogCommand.self]),
  ]

  /// The names of all commands, AWS's names for them included.
  static var commandNames: [String] {
    commands.flatMap(\.subcommands).flatMap { [$0._commandName] + $0.configuration.aliases }
      + ["help"]
  }
}
