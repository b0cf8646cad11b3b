import PolicyLanguage

/// The states of the keys of a cluster that stand for all states.
struct KeyDomain {
  private let cluster: KeyCluster
  private let values: [String]
  private let allowsAbsence: [Bool]
  private(set) var isComplete: Bool

  /// How many states of the patterns are followed, and how many sets of values are tried.
  private static let limit = 3_000

  init(_ cluster: KeyCluster, in request: AuthorizationRequest) {
    self.cluster = cluster
    let pool = ValuePool(cluster, in: request, limit: KeyDomain.limit)
    values = pool.values
    isComplete = pool.isComplete
    allowsAbsence = cluster.keys.map {
      !($0.isAlwaysPresent || ($0 == .userID && request.caller.uniqueID != nil))
    }
    // Without a set operator several values leave an answer in doubt, whatever they are: that takes
    // two values of one kind, and only one of each kind is tried.
    isComplete = isComplete && !cluster.keys.contains { isReadInTwoWays($0) }
    let largest = cluster.keys.map { setSize(of: $0) }.max() ?? 1
    isComplete = isComplete && KeyDomain.subsetCount(values.count, largest) <= KeyDomain.limit
  }

  /// The states to try for a key: absent, each value alone, and for a key under a set operator each
  /// set of values that is large enough to answer all its clauses.
  func states(of key: ContextKey) -> [ContextState] {
    let index = cluster.keys.firstIndex(of: key) ?? 0
    var states: [ContextState] = allowsAbsence[index] ? [.absent] : []
    var sets = values.map { [$0] }
    states += sets.map { .values($0.map { ContextValue($0) }) }
    for _ in 1..<max(setSize(of: key), 1) {
      sets = sets.flatMap { set in
        values.filter { $0 > set[set.count - 1] }.map { set + [$0] }
      }
      guard states.count + sets.count <= KeyDomain.limit else { break }
      states += sets.map { .values($0.map { ContextValue($0) }) }
    }
    return states
  }

  /// How many values a set needs at most: a set operator asks for one value, so one for each clause
  /// is enough.
  private func setSize(of key: ContextKey) -> Int {
    let clauses = cluster.conditions(on: key)
    let hasSetOperator = clauses.contains {
      $0.operator.quantifier != .none && $0.operator.comparison != .null
    }
    return hasSetOperator ? max(clauses.count, 2) : 1
  }

  /// Whether clauses with and without a set operator read the key.
  private func isReadInTwoWays(_ key: ContextKey) -> Bool {
    let clauses = cluster.conditions(on: key).filter { $0.operator.comparison != .null }
    let withSetOperator = clauses.count { $0.operator.quantifier != .none }
    return withSetOperator > 0 && withSetOperator < clauses.count
  }

  private static func subsetCount(_ values: Int, _ size: Int) -> Int {
    var count = 0
    var subsets = 1
    for taken in 1...max(size, 1) where taken <= values {
      subsets = subsets * (values - taken + 1) / taken
      count += subsets
      if count > limit { return count }
    }
    return count
  }
}

extension ContextKey {
  package static let currentTime = ContextKey("aws:CurrentTime")
  package static let epochTime = ContextKey("aws:EpochTime")

  /// Source: IAM User Guide, "AWS global condition context keys", availability "always included".
  private static let alwaysPresent: Set<ContextKey> = [
    .currentTime, .epochTime, .principalType, .userID, ContextKey("aws:SecureTransport"),
    ContextKey("aws:RequestedRegion"), ContextKey("aws:ViaAWSService"),
  ]

  /// Whether every request has the key.
  fileprivate var isAlwaysPresent: Bool { ContextKey.alwaysPresent.contains(self) }
}
