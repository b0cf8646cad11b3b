/// `Principal` or `NotPrincipal`: a list of whom the statement names.
package struct PrincipalElement: Hashable, Sendable {
  /// Whether this is `NotPrincipal`.
  package var isNegated: Bool
  /// The entries of all the map's keys, in the order of the text. They are alternatives.
  package var entries: [PrincipalPattern]

  package init(_ entries: [PrincipalPattern], isNegated: Bool = false) {
    self.isNegated = isNegated
    self.entries = entries
  }
}

/// One entry of a principal element.
///
/// Source: IAM User Guide, "AWS JSON policy elements: Principal".
package enum PrincipalPattern: Hashable, Sendable {
  /// `"*"` or `{"AWS": "*"}`: everyone, anonymous callers included.
  case everyone
  /// A 12-digit account id, or the account's root ARN: the account, not the root user alone. The
  /// partition is known only from an ARN.
  case account(id: String, partition: String?)
  /// The ARN of a user, a role, a role session or a federated-user session, as written.
  case arn(String)
  /// The unique id (`AIDA…`, `AROA…`) that AWS leaves where a named user or role was deleted.
  case uniqueID(String)
  /// A service principal, such as `lambda.amazonaws.com`.
  case service(String)
  /// An identity provider: the ARN of a SAML or OIDC provider, or the domain name of a built-in one.
  case federated(String)
  /// An Amazon S3 canonical user id.
  case canonicalUser(String)
}
