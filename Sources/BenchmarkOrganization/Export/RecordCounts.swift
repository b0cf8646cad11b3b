import JSONText

/// How many records of each kind an export holds.
package struct RecordCounts: Sendable, Equatable {
  private var counts: [Kind: Int] = [:]

  /// A kind of record, in the words of AWS.
  package enum Kind: String, CaseIterable, Sendable {
    case accounts
    case organizationalUnits
    case serviceControlPolicies
    case resourceControlPolicies
    case users
    case groups
    case roles
    case instanceProfiles
    case customerManagedPolicies
    case customerManagedPolicyVersions
    /// AWS managed policies as listed, once for each account that uses them.
    case awsManagedPolicies
    case inlinePolicies
    case managedPolicyAttachments
    case permissionsBoundaries
    case samlProviders
    case openIDConnectProviders
    case functions
    case functionVersions
    case functionAliases
    case functionURLs
    case functionPolicies
    /// Policies on a version or an alias of a function.
    case qualifierPolicies
    case eventSourceMappings
    case layers
    case layerVersions
    case layerVersionPolicies
    case taggedResources
    case resourcePolicies
  }

  /// The count of one kind.
  package subscript(_ kind: Kind) -> Int {
    counts[kind, default: 0]
  }

  /// Counts more records of a kind.
  mutating func add(_ kind: Kind, _ number: Int = 1) {
    counts[kind, default: 0] += number
  }

  /// The counts by kind, in the order of `Kind`.
  var json: JSON {
    .object(Kind.allCases.map { .init($0.rawValue, .integer(self[$0])) })
  }
}
