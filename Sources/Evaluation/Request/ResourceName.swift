/// What a request acts on: an ARN, or `*` for an action that takes no resource.
package struct ResourceName: Hashable, Sendable {
  let bytes: [UInt8]
  /// The offsets of the first five colons; empty where the name is not an ARN.
  let fields: ARNFields?

  /// Cost: linear in the name.
  package init(_ name: String) {
    let bytes = Array(name.utf8)
    self.bytes = bytes
    fields = ARNFields(bytes.span)
  }

  /// The resource of an action that takes none.
  package static let any = ResourceName("*")

  package var name: String { String(decoding: bytes, as: UTF8.self) }

  /// The account in the ARN; `nil` where the ARN has none, as with Amazon S3, or names AWS itself.
  package var account: String? {
    guard let fields else { return nil }
    let account = String(decoding: bytes[fields.account], as: UTF8.self)
    return account.isEmpty || account == "aws" ? nil : account
  }

  /// Whether the name is not an ARN, or the ARN of something that AWS provides to every account,
  /// such as an AWS managed policy.
  var belongsToNoAccount: Bool {
    guard let fields else { return true }
    return bytes[fields.account].elementsEqual("aws".utf8)
  }

  /// Whether the ARN's resource part begins with a type, such as `key/`.
  func hasType(_ prefix: String) -> Bool {
    guard let fields else { return false }
    return bytes[fields.resource].starts(with: prefix.utf8)
  }
}

extension ResourceName: ExpressibleByStringLiteral, CustomStringConvertible {
  package init(stringLiteral name: String) {
    self.init(name)
  }

  package var description: String { name }
}
