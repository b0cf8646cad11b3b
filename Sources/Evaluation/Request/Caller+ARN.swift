import PolicyLanguage

extension Caller {
  /// The caller that an ARN names: the root user, a user, a role (some session of it), a role
  /// session or a federated-user session. `nil` for any other ARN and any other text.
  ///
  /// Source: IAM User Guide, "IAM identifiers".
  package init?(arn text: String) {
    guard let arn = ARN(text), arn.region.isEmpty, !arn.account.isEmpty, !arn.partition.isEmpty
    else { return nil }
    let home = AccountIdentity(partition: String(arn.partition), account: String(arn.account))
    switch arn.service {
    case "iam": self.init(iamResource: String(arn.resource), home: home)
    case "sts": self.init(sessionResource: String(arn.resource), home: home)
    default: return nil
    }
  }

  private init?(iamResource resource: String, home: AccountIdentity) {
    if resource == "root" {
      self = .rootUser(home)
    } else if let user = resource.removing(prefix: "user/") {
      let (path, name) = user.splitAtLastSlash
      self = .iamUser(UserIdentity(home, name: name, path: path))
    } else if let role = resource.removing(prefix: "role/") {
      let (path, name) = role.splitAtLastSlash
      self = .role(RoleIdentity(home, name: name, path: path))
    } else {
      return nil
    }
  }

  private init?(sessionResource resource: String, home: AccountIdentity) {
    if let session = resource.removing(prefix: "assumed-role/"),
      let slash = session.utf8.firstIndex(of: UInt8(ascii: "/"))
    {
      let role = RoleIdentity(home, name: String(session[..<slash]))
      self = .roleSession(role, name: String(session[session.utf8.index(after: slash)...]))
    } else if let name = resource.removing(prefix: "federated-user/") {
      self = .federatedUser(FederatedIdentity(home, name: name))
    } else {
      return nil
    }
  }
}

extension String {
  /// What follows a prefix; `nil` where the text does not begin with it or nothing follows.
  func removing(prefix: String) -> String? {
    guard utf8.starts(with: prefix.utf8), utf8.count > prefix.utf8.count else { return nil }
    return String(utf8.dropFirst(prefix.utf8.count))
  }

  /// What stands up to and with the last slash, and what follows it.
  fileprivate var splitAtLastSlash: (path: String, name: String) {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", self) }
    let start = utf8.index(after: slash)
    return (String(self[..<start]), String(self[start...]))
  }

  /// Whether two texts are the same bytes. `==` would also equate canonically equivalent texts.
  func hasSameBytes(as other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}
