/// How far the registry's knowledge of one scope reaches.
package struct Coverage: Record, Hashable {
  package static let table = RecordTable(
    .coverage, "coverage",
    key: [.text("scope"), .text("account"), .text("region")],
    fields: [.text("status"), .text("observed_at")])

  /// What was looked at, named after the AWS CLI command that prints it.
  package var scope: String
  /// The account id; empty for an organization.
  package var account: String
  /// The Region; empty where the scope has none.
  package var region: String
  /// What came of it.
  package var status: CoverageStatus
  /// When AWS was asked, in UTC.
  package var observedAt: String

  package init(
    scope: String,
    account: String,
    region: String,
    status: CoverageStatus,
    observedAt: String
  ) {
    self.scope = scope
    self.account = account
    self.region = region
    self.status = status
    self.observedAt = observedAt
  }

  package var values: [FieldValue] {
    [.text(scope), .text(account), .text(region), .text(status.rawValue), .text(observedAt)]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    scope = try fields.text(0)
    account = try fields.text(1)
    region = try fields.text(2)
    status = try fields.choice(3)
    observedAt = try fields.text(4)
  }
}

/// What came of looking at a scope.
package enum CoverageStatus: String, Sendable {
  /// Everything there is was seen.
  case complete
  /// Some of it was seen; nobody knows what else there is.
  case partial
  /// AWS refused to show it.
  case denied
  /// There is no such thing.
  case absent
}
