import PolicyLanguage

/// What a request names beside its resource, so far as that takes permissions of its own.
package struct RequestParameters: Sendable {
  /// The ARN of the role that the function is to run with.
  package var passedRole: String?
  /// The ARNs of other things that the request names: layer versions, an event source, a KMS key, an
  /// S3 object, a file system's access point, a code signing configuration.
  package var resources: [String]

  package init(passedRole: String? = nil, resources: [String] = []) {
    self.passedRole = passedRole
    self.resources = resources
  }

  /// Those of the resources that are of a service and, where a prefix of the ARN's last part is
  /// given, of a type.
  func resources(of service: String, type prefix: String = "") -> [String] {
    resources.filter { text in
      guard let arn = ARN(text), arn.service == service else { return false }
      return arn.resource.utf8.starts(with: prefix.utf8)
    }
  }
}
