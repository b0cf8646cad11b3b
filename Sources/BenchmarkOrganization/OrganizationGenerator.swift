/// Writes an organization in the collector's layout, version 1: large, realistic and nasty, and the
/// same bytes for the same options.
///
/// It contains no real account, secret or person. Documents say what documents in real organizations
/// say, in the forms that AWS stores and the AWS CLI prints.
package struct OrganizationGenerator {
  private let plan: OrganizationPlan

  /// A generator of the organization that these options stand for.
  package init(_ options: OrganizationOptions) {
    plan = OrganizationPlan(options: options)
  }

  /// Writes the organization into a directory, which is made, or must be empty.
  ///
  /// The time grows with the number of principals. The memory grows with the number of accounts and
  /// functions, since the manifest names each outcome, and stays at a few megabytes for each
  /// thousand functions. On an error what was written so far stays.
  package func write(to path: String) throws(GenerationError) -> OrganizationFacts {
    let directory = try ExportDirectory(creating: path)
    var export = OrganizationExport(
      directory: directory, manifest: CollectorManifest(collectedAt: plan.collectedAt))
    let crowded = CrowdedAccount(plan: plan)
    let crowd = crowded.map { [$0.account] } ?? []
    let files = OrganizationFiles(plan: plan, accounts: plan.accounts + crowd)
    try files.write(to: &export)
    for account in plan.accounts {
      try write(account, to: &export)
    }
    if let crowded {
      observe(crowded.account, in: &export)
      try crowded.write(to: &export)
    }
    let manifest = export.manifest
    try directory.write(CollectorManifest.path) {
      (file: inout ExportFile) throws(GenerationError) in
      try manifest.write(to: &file)
    }
    return facts(export, crowded)
  }

  private func write(
    _ account: AccountPlan, to export: inout OrganizationExport
  ) throws(GenerationError) {
    observe(account, in: &export)
    var details = AuthorizationDetails(plan: plan, account: account)
    try details.write(to: &export)
    try IdentityProviders(plan: plan, account: account).write(to: &export)
    for region in plan.options.regions {
      try FunctionFiles(plan: plan, account: account, region: region).write(to: &export)
      try ResourcePolicyFiles(plan: plan, account: account, region: region).write(to: &export)
    }
  }

  /// The collector takes 90 seconds for each account.
  private func observe(_ account: AccountPlan, in export: inout OrganizationExport) {
    let moment = plan.collectedAt.advanced(by: (account.index + 1) * 90)
    export.manifest.observe(account.folder, at: moment)
  }

  private func facts(
    _ export: OrganizationExport, _ crowded: CrowdedAccount?
  ) -> OrganizationFacts {
    OrganizationFacts(
      seed: plan.options.seed, revision: plan.options.revision, organizationID: plan.id,
      managementAccount: plan.management.id, names: .init(plan),
      crowd: crowded.map {
        .init(
          account: $0.account.id, function: $0.functionARN, roles: $0.crowd.roles,
          allowed: $0.crowd.allowed)
      },
      secretMarker: FunctionConfiguration.secretMarker, counts: export.counts,
      files: export.directory.fileCount, bytes: export.directory.byteCount)
  }
}
