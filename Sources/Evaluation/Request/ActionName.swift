/// The name of an action, such as `lambda:InvokeFunction`. Names compare without regard to case.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Action".
package struct ActionName: Sendable {
  /// The name as written.
  package let name: String
  /// The name in lower case.
  let folded: [UInt8]
  let hash: UInt64
  /// The hash of the service prefix.
  let serviceHash: UInt64
  /// The filter that holds this action alone, with its service.
  let filter: ActionFilter

  /// Cost: linear in the name. Keep names rather than making them anew.
  package init(_ name: String) {
    self.name = name
    folded = name.utf8.map(lowered)
    hash = hashOfBytes(folded[...])
    serviceHash = hashOfBytes(folded.prefix { $0 != UInt8(ascii: ":") })
    var filter = ActionFilter(serviceHash: serviceHash)
    filter.formUnion(ActionFilter(actionHash: hash))
    self.filter = filter
  }

  /// The service prefix in lower case, such as `lambda`; empty where the name has no colon.
  package var service: String {
    folded.contains(UInt8(ascii: ":"))
      ? String(decoding: folded.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self) : ""
  }
}

extension ActionName: Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  package static func == (left: ActionName, right: ActionName) -> Bool {
    left.hash == right.hash && left.folded == right.folded
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(hash)
  }

  package init(stringLiteral name: String) {
    self.init(name)
  }

  package var description: String { name }
}
