extension Caller {
  /// An account, and the partition in which it lives.
  package struct AccountIdentity: Hashable, Sendable {
    package var partition: String
    package var account: String

    package init(partition: String = "aws", account: String) {
      self.partition = partition
      self.account = account
    }
  }

  /// An IAM user. All requests of a user share its identity, so that a request is put together at
  /// the cost of one reference: that is why this and the other identities are classes.
  package final class UserIdentity: Sendable {
    package let home: AccountIdentity
    /// The path without its first slash, such as `team/`; empty for the path `/`.
    package let path: String
    package let name: String
    /// The unique id (`AIDA…`), where it is known.
    package let uniqueID: String?

    package init(
      _ home: AccountIdentity, name: String, path: String = "", uniqueID: String? = nil
    ) {
      self.home = home
      self.path = path
      self.name = name
      self.uniqueID = uniqueID
    }

    package var arn: String { "arn:\(home.partition):iam::\(home.account):user/\(path)\(name)" }
  }

  /// A role. A session's ARN tells the name alone, which is unique in its account whatever the path.
  package final class RoleIdentity: Sendable {
    package let home: AccountIdentity
    /// The path without its first slash, such as `team/`; empty for the path `/`, and `nil` where it
    /// is not known.
    package let path: String?
    package let name: String
    /// The unique id (`AROA…`), where it is known.
    package let uniqueID: String?

    package init(
      _ home: AccountIdentity, name: String, path: String? = nil, uniqueID: String? = nil
    ) {
      self.home = home
      self.path = path
      self.name = name
      self.uniqueID = uniqueID
      isServiceLinked = path.map { $0.utf8.starts(with: "aws-service-role/".utf8) }
    }

    /// Whether a service made the role for itself, as its path tells; `nil` where the path is not
    /// known.
    ///
    /// Source: IAM User Guide, "IAM roles", terms "service-linked role".
    let isServiceLinked: Bool?

    /// `nil` where the path is not known.
    package var arn: String? {
      path.map { "arn:\(home.partition):iam::\(home.account):role/\($0)\(name)" }
    }
  }

  /// A session of `GetFederationToken`. The caller of that operation chose its name.
  package final class FederatedIdentity: Sendable {
    package let home: AccountIdentity
    package let name: String
    /// The user behind the session, where it is known.
    package let user: UserIdentity?

    package init(_ home: AccountIdentity, name: String, user: UserIdentity? = nil) {
      self.home = home
      self.name = name
      self.user = user
    }

    package var arn: String { "arn:\(home.partition):sts::\(home.account):federated-user/\(name)" }
  }
}

extension Caller.UserIdentity: Hashable {
  package static func == (left: Caller.UserIdentity, right: Caller.UserIdentity) -> Bool {
    left === right || left.isSame(as: right) && left.uniqueID == right.uniqueID
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(home)
    hasher.combine(name)
  }

  /// Whether two identities have one ARN.
  func isSame(as other: Caller.UserIdentity) -> Bool {
    home == other.home && name.hasSameBytes(as: other.name) && path.hasSameBytes(as: other.path)
  }
}

extension Caller.RoleIdentity: Hashable {
  package static func == (left: Caller.RoleIdentity, right: Caller.RoleIdentity) -> Bool {
    left === right
      || left.home == right.home && left.name == right.name && left.path == right.path
        && left.uniqueID == right.uniqueID
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(home)
    hasher.combine(name)
  }
}

extension Caller.FederatedIdentity: Hashable {
  package static func == (left: Caller.FederatedIdentity, right: Caller.FederatedIdentity) -> Bool {
    left === right || left.home == right.home && left.name == right.name && left.user == right.user
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(home)
    hasher.combine(name)
  }
}
