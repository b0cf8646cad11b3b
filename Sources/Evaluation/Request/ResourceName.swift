import PolicyLanguage

/// What a request acts on: an ARN, or `*` for an action that takes no resource.
package struct ResourceName: Sendable {
  private let spelling: Spelling
  /// The hash of the name.
  let hash: UInt64

  /// A name in its forms. It is shared by reference, so that a name is copied at the cost of one
  /// count.
  private final class Spelling: Sendable {
    let name: String
    let bytes: [UInt8]
    let account: String?
    /// Whether the resource belongs to no account: it is not an ARN, or AWS provides it to every
    /// account, as its managed policies.
    let isCommon: Bool

    init(_ name: String, account: String?) {
      self.name = name
      bytes = Array(name.utf8)
      let arn = ARN(name)
      isCommon = arn.map { $0.account == "aws" } ?? true
      let told = arn.map(\.account) ?? ""
      self.account = told.isEmpty || told == "aws" ? account : String(told)
    }
  }

  /// Cost: linear in the name. Keep names rather than making them anew.
  ///
  /// - Parameter account: The owner of a resource whose ARN does not tell it, as with Amazon S3.
  package init(_ name: String, account: String? = nil) {
    spelling = Spelling(name, account: account)
    hash = hashOfBytes(spelling.bytes[...])
  }

  /// The resource of an action that takes none.
  package static let any = ResourceName("*")

  package var name: String { spelling.name }

  /// The name in UTF-8.
  var bytes: [UInt8] { spelling.bytes }

  /// The account that owns the resource, by its ARN or as given; `nil` where neither tells.
  package var account: String? { spelling.account }

  /// Whether the caller's account owns the resource. A request without a resource, and a resource
  /// of AWS itself, counts as the caller's own.
  func isOwned(by caller: Caller) -> Truth {
    guard let account else {
      return spelling.isCommon ? .true : .uncertain(.unknownResourceAccount)
    }
    return Truth(caller.account == account)
  }

  /// Whether the ARN's resource part begins with a type, such as `key/`.
  func hasType(_ prefix: String) -> Bool {
    let bytes = bytes
    return ARNFields(bytes.span).map { bytes[$0[5]].starts(with: prefix.utf8) } ?? false
  }
}

extension ResourceName: Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  package static func == (left: ResourceName, right: ResourceName) -> Bool {
    left.hash == right.hash && left.bytes == right.bytes && left.account == right.account
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(hash)
  }

  package init(stringLiteral name: String) {
    self.init(name)
  }

  package var description: String { name }
}
