import PolicyLanguage

/// What a request acts on: an ARN, or `*` for an action that takes no resource.
package struct ResourceName: Hashable, Sendable {
  package let name: String
  let bytes: [UInt8]
  let hash: UInt64
  /// The account that owns the resource, by its ARN or as given; `nil` where neither tells.
  package let account: String?
  /// Whether the resource belongs to no account: it is not an ARN, or AWS provides it to every
  /// account, as its managed policies.
  private let isCommon: Bool

  /// Cost: linear in the name. Keep names rather than making them anew.
  ///
  /// - Parameter account: The owner of a resource whose ARN does not tell it, as with Amazon S3.
  package init(_ name: String, account: String? = nil) {
    self.name = name
    let bytes = Array(name.utf8)
    self.bytes = bytes
    hash = hashOfBytes(bytes[...])
    let arn = ARN(name)
    isCommon = arn.map { $0.account == "aws" } ?? true
    let told = arn.map(\.account) ?? ""
    self.account = told.isEmpty || told == "aws" ? account : String(told)
  }

  /// The resource of an action that takes none.
  package static let any = ResourceName("*")

  /// Whether the caller's account owns the resource. A request without a resource, and a resource
  /// of AWS itself, counts as the caller's own.
  func isOwned(by caller: Caller) -> Truth {
    guard let account else { return isCommon ? .true : .uncertain(.unknownResourceAccount) }
    return Truth(caller.isOfAccount(account))
  }

  /// Whether the ARN's resource part begins with a type, such as `key/`.
  func hasType(_ prefix: String) -> Bool {
    ARNFields(bytes.span).map { bytes[$0[5]].starts(with: prefix.utf8) } ?? false
  }
}

extension ResourceName: ExpressibleByStringLiteral, CustomStringConvertible {
  package init(stringLiteral name: String) {
    self.init(name)
  }

  package var description: String { name }
}
