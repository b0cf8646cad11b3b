import ArgumentParser
import RecordEditing

/// `permreg set-boundary`: set the permissions boundary of a user or role.
struct SetBoundaryCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "set-boundary", abstract: "Set the permissions boundary of a user or role.",
    discussion: """
      EXAMPLE:
        permreg set-boundary role/app ceiling
      """, aliases: ["put-role-permissions-boundary", "put-user-permissions-boundary"])

  @Argument(help: "The user or role.")
  var principal: String

  @Argument(help: "The managed policy.")
  var policy: String

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.setBoundary(of: principal, to: policy) }
  }
}
