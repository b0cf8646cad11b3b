import Registry

/// Records how far the registry's knowledge reaches.
struct CoverageWriter {
  let known: KnownRecords
  let ledger: ScopeLedger
  let writer: RevisionWriter

  /// Writes one record for each scope of which something was learned.
  ///
  /// Where only the clock tells when AWS was asked, a scope whose status stays is written only if
  /// something else changed: importing the same files again is no news.
  func run() throws {
    let hasChanges = !writer.tally.isEmpty
    let now = ObservationTime.now
    for (scope, found) in ledger.evidence.sorted(by: { $0.key < $1.key }) {
      guard let status = status(of: scope, found) else { continue }
      let earlier = known.coverage[scope]
      if found.observedAt == nil, earlier?.status == status, !hasChanges { continue }
      let time = max(found.observedAt ?? now, earlier?.observedAt ?? "")
      try writer.put(
        Coverage(
          scope: scope.command.rawValue, account: scope.account, region: scope.region,
          status: status, observedAt: time))
    }
  }

  /// What is refused now leaves what was seen before.
  private func status(of scope: Scope, _ found: ScopeEvidence) -> CoverageStatus? {
    if found.isSeen {
      return ledger.isProven(scope) && found.unknownItems.isEmpty ? .complete : .partial
    }
    switch found.outcome {
    case .absent: return .absent
    case .denied:
      let earlier = known.coverage[scope]?.status
      return earlier == .complete || earlier == .partial ? nil : .denied
    case .complete, .failed, nil: return nil
    }
  }
}

extension ChangeTally {
  /// Whether nothing was added, changed or removed.
  fileprivate var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
}
