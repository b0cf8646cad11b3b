import ArgumentParser
import RecordEditing

/// `permreg clear-boundary`: take the permissions boundary of a user or role away.
struct ClearBoundaryCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "clear-boundary",
    abstract: "Take the permissions boundary of a user or role away.",
    discussion: """
      EXAMPLE:
        permreg clear-boundary role/app
      """, aliases: ["delete-role-permissions-boundary", "delete-user-permissions-boundary"])

  @Argument(help: "The user or role.")
  var principal: String

  @OptionGroup var removal: RemovalOptions
  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.clearBoundary(of: principal, isOptional: removal.ifExists) }
  }
}
