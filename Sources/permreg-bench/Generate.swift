import ArgumentParser
import BenchmarkOrganization

/// `permreg-bench generate`: writes an organization and prints what is worth asking about it.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write an organization as the AWS CLI prints it, and print facts about it as JSON.",
    discussion: """
      The same arguments give the same bytes. The layout is the one that `permreg import` reads and \
      `permreg collect-script` collects. Principals are IAM users and roles of all accounts together.
      """)

  @Option(help: "IAM users and roles, of all accounts together.")
  var principals: Int

  @Option(help: "What everything random follows from.")
  var seed: UInt64

  @Option(help: "Accounts. (default: one for 1,000 principals, at least 5)")
  var accounts: Int?

  @Option(
    help: ArgumentHelp("Regions to collect, separated by commas.", valueName: "region,…"))
  var regions = OrganizationOptions.defaultRegions.joined(separator: ",")

  @Option(help: "Rounds of change since the organization was new.")
  var revision = 0

  @Option(help: "Share of the records that change in a round.")
  var changePercent = 1.0

  @Option(help: "Roles of an additional, crowded account. (default: no such account)")
  var crowdRoles: Int?

  @Option(
    help: "Roles of the crowded account that may invoke its function. (default: one in twenty)")
  var crowdAllowed: Int?

  @Argument(
    help: "The directory to write into. It is made, or must be empty.", completion: .directory)
  var directory: String

  /// Refuses options out of their range, and those that have no effect.
  func validate() throws {
    if crowdAllowed != nil && crowdRoles == nil {
      throw ValidationError("`--crowd-allowed` needs `--crowd-roles`")
    }
    do {
      _ = try options()
    } catch {
      throw ValidationError(error.description)
    }
  }

  func run() throws {
    let facts = try OrganizationGenerator(options()).write(to: directory)
    print(facts.text, terminator: "")
  }

  private func options() throws(GenerationError) -> OrganizationOptions {
    try OrganizationOptions(
      principals: principals, seed: seed, accounts: accounts,
      regions: regions.split(separator: ",", omittingEmptySubsequences: false).map(String.init),
      shape: .init(
        change: .init(revision: revision, percent: changePercent),
        crowd: crowdRoles.map { .init(roles: $0, allowed: crowdAllowed ?? $0 / 20) }))
  }
}
