import Registry

/// What one command shows of one account in one Region.
struct Scope: Hashable {
  let command: AWSCommand
  /// Empty for an organization.
  var account = ""
  /// Empty where the command has none.
  var region = ""
}

extension Scope: CustomStringConvertible {
  var description: String {
    [command.rawValue, account, region].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Scope: Comparable {
  static func < (left: Scope, right: Scope) -> Bool {
    (left.account, left.region, left.command.rawValue)
      < (right.account, right.region, right.command.rawValue)
  }
}

/// What the input tells about one scope.
struct ScopeEvidence {
  /// Whether something in the input shows a part of it.
  var isSeen = false
  /// Whether the input proves that it shows all.
  var isComplete = false
  /// What else the manifest says of it.
  var outcome: Manifest.Outcome?
  /// When AWS was asked; the newest of the times of its files. `nil` where only the clock tells.
  var observedAt: String?
  /// The items of which all is shown, or that are proven absent.
  var completeItems: Set<String> = []
  /// The items that AWS did not show.
  var unknownItems: Set<String> = []
}

/// What the input tells about all scopes.
struct ScopeLedger {
  private(set) var evidence: [Scope: ScopeEvidence] = [:]

  subscript(scope: Scope) -> ScopeEvidence {
    get { evidence[scope, default: ScopeEvidence()] }
    set { evidence[scope] = newValue }
  }

  /// Whether the input proves that it shows all of a scope, the list of its items included.
  func isProven(_ scope: Scope) -> Bool {
    guard let found = evidence[scope], found.isComplete else { return false }
    guard let parent = scope.command.parent else { return true }
    return isProven(Scope(command: parent, account: scope.account, region: scope.region))
  }

  /// Whether an item that the input does not show is thereby proven not to be.
  func provesAbsence(of item: String?, in scope: Scope) -> Bool {
    guard let found = evidence[scope] else { return false }
    if let item, found.completeItems.contains(item) { return true }
    if let item, found.unknownItems.contains(item) { return false }
    return isProven(scope) && knowsQualifiers(of: item, in: scope)
  }

  /// Whether the versions and aliases of a function are known, so that each was asked for its
  /// policy. True for an item that is none of them.
  private func knowsQualifiers(of item: String?, in scope: Scope) -> Bool {
    guard scope.command == .getFunctionPolicy, let item, let colon = item.firstIndex(of: ":") else {
      return true
    }
    let function = String(item[..<colon])
    return [AWSCommand.listVersions, .listAliases].allSatisfy { command in
      let lists = Scope(command: command, account: scope.account, region: scope.region)
      return evidence[lists]?.completeItems.contains(function) == true
    }
  }
}
