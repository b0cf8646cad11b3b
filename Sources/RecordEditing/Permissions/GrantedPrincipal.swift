import JSONText
import PolicyLanguage
import Registry

/// Whom a permission is given to, as the `Principal` element that Lambda makes of the text.
enum GrantedPrincipal {
  case everyone
  case aws(arn: String)
  case service(String)

  /// Reads the text; `nil` for one that Lambda does not take.
  ///
  /// AWS knows its services by name; which they are is nowhere listed, so every name of their form
  /// counts as one.
  ///
  /// Source: AWS Lambda API Reference, "AddPermission", `Principal`; recorded statements.
  init?(_ text: String, partition: String) {
    if text == "*" {
      self = .everyone
    } else if text.isAccountID {
      self = .aws(arn: "arn:\(partition):iam::\(text):root")
    } else if text.isServicePrincipal {
      self = .service(text)
    } else if text.isIdentityARN {
      self = .aws(arn: text)
    } else {
      return nil
    }
  }

  /// The element as AWS stores it.
  var json: JSON {
    switch self {
    case .everyone: "*"
    case .aws(let arn): ["AWS": .string(arn)]
    case .service(let name): ["Service": .string(name)]
    }
  }

  /// Whether the registry proves that the user or role does not exist: its account was shown whole,
  /// without it.
  func isMissing(in snapshot: Snapshot) throws -> Bool {
    guard case .aws(let text) = self, let arn = ARN(text), arn.service == "iam" else {
      return false
    }
    let kind: RecordKind = arn.resource.hasPrefix("role/") ? .role : .user
    guard arn.resource != "root", try snapshot.row(of: kind, key: [text]) == nil else {
      return false
    }
    let key = ["iam get-account-authorization-details", String(arn.account), ""]
    let seen = try snapshot.row(of: .coverage, key: key)
    return seen?.values.contains(.text(CoverageStatus.complete.rawValue)) == true
  }
}

extension String {
  /// Whether the text has the form of a service principal, such as `logs.us-east-1.amazonaws.com`.
  ///
  /// Alexa's two principals lie in another domain than all others.
  ///
  /// Source: IAM User Guide, "AWS JSON policy elements: Principal", "AWS service principals".
  fileprivate var isServicePrincipal: Bool {
    if ["alexa-appkit.amazon.com", "alexa-connectedhome.amazon.com"].contains(self) { return true }
    guard let suffix = [".amazonaws.com", ".amazonaws.com.cn"].first(where: hasSuffix) else {
      return false
    }
    let labels = dropLast(suffix.count).split(separator: ".", omittingEmptySubsequences: false)
    return labels.allSatisfy { String($0).consists(ofAlphanumericsOr: "-") }
  }

  /// Whether the text is the ARN of a user, a role, a session of a role, or an account's root.
  fileprivate var isIdentityARN: Bool {
    guard let arn = ARN(self), arn.partition.isPartition, arn.region.isEmpty,
      String(arn.account).isAccountID, !utf8.contains(where: { $0 == 0x2A || $0 == 0x3F })
    else { return false }
    let types = arn.service == "iam" ? ["user/", "role/"] : ["assumed-role/", "federated-user/"]
    guard arn.service == "iam" || arn.service == "sts" else { return false }
    if arn.service == "iam", arn.resource == "root" { return true }
    return types.contains { arn.resource.hasPrefix($0) && arn.resource.count > $0.count }
  }
}
