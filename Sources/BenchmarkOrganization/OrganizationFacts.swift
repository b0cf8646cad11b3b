import JSONText

/// What is worth asking about a generated organization, and how much of everything there is.
package struct OrganizationFacts: Sendable, Equatable {
  /// The seed that the organization follows from.
  package let seed: UInt64
  /// How many rounds of change have been applied.
  package let revision: Int
  /// The organization's id, `o-…`.
  package let organizationID: String
  /// The management account's id.
  package let managementAccount: String
  /// Names worth asking about.
  package let names: Names
  /// The crowded account; `nil` where there is none.
  package let crowd: Crowd?
  /// How every environment variable begins that a registry must not hold.
  package let secretMarker: String
  /// How many records of each kind were written.
  package let counts: RecordCounts
  /// How many files were written, the manifest among them.
  package let files: Int
  /// The size of all files together.
  package let bytes: Int

  /// Names worth asking about, all in one account unless they say otherwise.
  package struct Names: Sendable, Equatable {
    /// The account.
    package let account: String
    /// A function without a policy.
    package let identityOnlyFunction: String
    /// A function open to everybody in the organization.
    package let organizationFunction: String
    /// A function open to another account of the organization.
    package let crossAccountFunction: String
    /// A function open to everybody.
    package let publicFunction: String
    /// An execution role.
    package let role: String
    /// A user.
    package let user: String

    /// The names by what they are, in the order of the properties.
    var json: JSON {
      [
        "account": .string(account),
        "identityOnlyFunction": .string(identityOnlyFunction),
        "organizationFunction": .string(organizationFunction),
        "crossAccountFunction": .string(crossAccountFunction),
        "publicFunction": .string(publicFunction),
        "role": .string(role),
        "user": .string(user),
      ]
    }
  }

  /// A crowded account.
  package struct Crowd: Sendable, Equatable {
    /// The account's id.
    package let account: String
    /// The function that its roles want to invoke.
    package let function: String
    /// The roles of the account.
    package let roles: Int
    /// The roles that are allowed to invoke the unqualified function; all others are not.
    package let allowed: Int
  }

  /// The facts as JSON, with a line break at the end.
  package var text: String {
    var facts: JSON = [
      "seed": .string(String(seed)),
      "revision": .integer(revision),
      "organizationId": .string(organizationID),
      "managementAccount": .string(managementAccount),
      "names": names.json,
    ]
    if let crowd {
      facts.append(
        "crowd",
        [
          "account": .string(crowd.account), "function": .string(crowd.function),
          "roles": .integer(crowd.roles), "allowed": .integer(crowd.allowed),
        ])
    }
    facts.append("secretMarker", .string(secretMarker))
    facts.append("counts", counts.json)
    facts.append("files", .integer(files))
    facts.append("bytes", .integer(bytes))
    return facts.text(.indented) + "\n"
  }
}

extension OrganizationFacts.Names {
  /// The names of a planned organization.
  init(_ plan: OrganizationPlan) {
    let account = plan.showcase
    func function(_ grant: FunctionGrant) -> String {
      // Every account begins with these four grants, in the order of their raw values.
      FunctionIdentity(plan, account, grant.rawValue).arn
    }
    self.account = account.id
    identityOnlyFunction = function(.nobody)
    organizationFunction = function(.organization)
    crossAccountFunction = function(.sibling)
    publicFunction = function(.everyone)
    role = RoleIdentity(plan, account, 2).arn
    user = UserIdentity(plan, account, 0).arn
  }
}
