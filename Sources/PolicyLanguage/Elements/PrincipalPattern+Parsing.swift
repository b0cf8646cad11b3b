/// The keys of a principal element's map.
package enum PrincipalKey: String, CaseIterable, Sendable {
  case aws = "AWS"
  case service = "Service"
  case federated = "Federated"
  case canonicalUser = "CanonicalUser"
}

/// Why a text cannot stand in a principal element.
package enum PrincipalFault: Error, Hashable {
  /// A wildcard stands beside other text, or where none may stand.
  case wildcard
  /// A user group, which is no principal.
  case group
  /// None of the forms that the key takes.
  case format
}

extension PrincipalPattern {
  /// Reads one entry of a principal element.
  ///
  /// Source: IAM User Guide, "AWS JSON policy elements: Principal", on the forms of each type.
  package init(_ text: String, under key: PrincipalKey) throws(PrincipalFault) {
    if key == .aws, text == "*" {
      self = .everyone
      return
    }
    guard !text.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }) else {
      throw .wildcard
    }
    switch key {
    case .aws:
      self = try Self.aws(text)
    case .service:
      guard text.isDomainName else { throw .format }
      self = .service(text)
    case .federated:
      guard text.isDomainName || text.isProviderARN else { throw .format }
      self = .federated(text)
    case .canonicalUser:
      guard !text.isEmpty, text.utf8.allSatisfy(\.isLetterOrDigit) else { throw .format }
      self = .canonicalUser(text)
    }
  }

  private static func aws(_ text: String) throws(PrincipalFault) -> PrincipalPattern {
    if text.isAccountID { return .account(id: text, partition: nil) }
    if text.isUniqueID { return .uniqueID(text) }
    guard let arn = ARN(text), arn.region.isEmpty, !arn.partition.isEmpty else { throw .format }
    let path = arn.resource.utf8.split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false
    ).map { Substring($0) }
    switch (arn.service, path.first) {
    case ("iam", "root") where path.count == 1 && arn.account.isAccountID:
      return .account(id: String(arn.account), partition: String(arn.partition))
    case ("iam", "group"):
      throw .group
    // CloudFront's origin access identities are users of the account `cloudfront`.
    case ("iam", "user") where arn.account.isAccountID || arn.account == "cloudfront",
      ("iam", "role") where arn.account.isAccountID,
      ("sts", "federated-user") where arn.account.isAccountID:
      guard path.count >= 2, path.allSatisfy({ !$0.isEmpty }) else { throw .format }
    case ("sts", "assumed-role") where arn.account.isAccountID:
      guard path.count == 3, path.allSatisfy({ !$0.isEmpty }) else { throw .format }
    default:
      throw .format
    }
    return .arn(text)
  }
}

extension StringProtocol {
  /// Whether the text is an account id: twelve digits.
  package var isAccountID: Bool {
    utf8.count == 12 && utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }

  /// Whether the text is the unique id of a user or role.
  ///
  /// Source: IAM User Guide, "IAM identifiers: Understanding unique ID prefixes".
  fileprivate var isUniqueID: Bool {
    (hasPrefix("AIDA") || hasPrefix("AROA")) && utf8.count > 4
      && utf8.allSatisfy { $0.isDigit || $0.isUppercaseLetter }
  }

  fileprivate var isDomainName: Bool {
    utf8.contains(UInt8(ascii: "."))
      && utf8.allSatisfy {
        $0.isLetterOrDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
      }
  }

  fileprivate var isProviderARN: Bool {
    guard let arn = ARN(String(self)), arn.service == "iam", arn.account.isAccountID else {
      return false
    }
    return ["saml-provider/", "oidc-provider/"].contains {
      arn.resource.hasPrefix($0) && arn.resource.utf8.count > $0.utf8.count
    }
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  fileprivate var isUppercaseLetter: Bool {
    self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z")
  }

  fileprivate var isLetterOrDigit: Bool {
    isDigit || isUppercaseLetter || (self >= UInt8(ascii: "a") && self <= UInt8(ascii: "z"))
  }
}
