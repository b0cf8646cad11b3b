extension ActionCatalog {
  /// An action that a policy can name: one row of the Service Authorization Reference's actions
  /// table.
  package struct Action: Sendable, Hashable {
    /// The prefix of its service, such as `lambda`.
    package let service: String
    /// Its name in AWS's own case, such as `InvokeFunction`.
    package let name: String
    /// What it does to its resource.
    package let accessLevel: AccessLevel
    /// The resource types it can be limited to, in order of name.
    package let resourceTypes: [ResourceTypeUse]
    /// The condition keys of the action, by full name and in order; those of its resource types are
    /// not among them (see ``Service/conditionKeys(of:)``).
    package let conditionKeys: [ConditionKeyUse]
    /// The actions that a caller needs beside it in some cases, such as `iam:PassRole`, in order.
    package let dependentActions: [String]
    /// The API operations that it authorizes; none for an action without an operation of its own,
    /// and `nil` where it is not known, which is so for every service but Lambda.
    package let operations: [String]?
    /// Whether it authorizes something that is not an API operation; `nil` where it is not known.
    package let isPermissionOnly: Bool?

    /// The action as policies write it: `lambda:InvokeFunction`.
    package var fullName: String { "\(service):\(name)" }

    /// Whether the reference names no resource type: only `"Resource": "*"` covers such an action
    /// (IAM User Guide, "IAM JSON policy elements: Resource"). A resource type that only the
    /// developer guide names does not count.
    package var takesNoResource: Bool { resourceTypes.allSatisfy(\.isFromGuide) }
  }

  /// A resource type in the row of an action.
  package struct ResourceTypeUse: Sendable, Hashable {
    /// The name of the type in the same service.
    package let name: String
    /// Whether a statement that lists ARNs must list one of this type.
    package let isRequired: Bool
    /// Whether the Service Authorization Reference lacks it and the service's developer guide names
    /// it.
    package let isFromGuide: Bool
  }

  /// A condition key in the row of an action.
  package struct ConditionKeyUse: Sendable, Hashable {
    /// The full name of the key.
    package let name: String
    /// Whether the Service Authorization Reference lacks it and the service's developer guide names
    /// it.
    package let isFromGuide: Bool
  }
}
