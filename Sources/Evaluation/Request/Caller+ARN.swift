extension Caller {
  /// The caller that an ARN names: the root user, a user, a role (some session of it), a role
  /// session or a federated-user session. `nil` for any other ARN and any other text.
  ///
  /// Source: IAM User Guide, "IAM identifiers".
  package init?(arn text: String) {
    let bytes = Array(text.utf8)
    guard let fields = ARNFields(bytes.span), bytes[fields.prefix].elementsEqual("arn".utf8),
      fields.region.isEmpty
    else { return nil }
    let part = { (range: Range<Int>) in String(decoding: bytes[range], as: UTF8.self) }
    let home = AccountIdentity(partition: part(fields.partition), account: part(fields.account))
    guard !home.account.isEmpty, !home.partition.isEmpty else { return nil }
    let resource = part(fields.resource)
    switch part(fields.service) {
    case "iam": self.init(iamResource: resource, home: home, arn: text)
    case "sts": self.init(sessionResource: resource, home: home)
    default: return nil
    }
  }

  private init?(iamResource resource: String, home: AccountIdentity, arn: String) {
    if resource == "root" {
      self = .rootUser(home)
    } else if let user = resource.removing(prefix: "user/") {
      self = .iamUser(UserIdentity(home, pathAndName: user))
    } else if let role = resource.removing(prefix: "role/") {
      self = .role(RoleIdentity(home, name: role.lastPathElement, arn: arn))
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

  /// What follows the last slash, or the whole text.
  var lastPathElement: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return self }
    return String(self[utf8.index(after: slash)...])
  }

  /// Whether two texts are the same bytes. `==` would also equate canonically equivalent texts.
  func hasSameBytes(as other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}
