package import ArgumentParser

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
    subcommands: [
      InitCommand.self, StatusCommand.self, WhoCanCommand.self, CanCommand.self, TestCommand.self,
    ])

  package init() {}

  /// Runs the command that the arguments name, and ends the process with its exit status.
  package static func runToExit() -> Never {
    do {
      var command = try parseAsRoot()
      try command.run()
      ExitStatus.yes.end()
    } catch {
      ErrorReport(error).end()
    }
  }
}
