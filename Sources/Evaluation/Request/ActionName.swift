/// The name of an action, such as `lambda:InvokeFunction`. Names compare without regard to case.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Action".
package struct ActionName: Sendable {
  private let spelling: Spelling
  /// The hash of the name in lower case.
  let hash: UInt64
  /// The hash of the service prefix.
  let serviceHash: UInt64
  /// The filter that holds this action alone, with its service.
  let filter: ActionFilter

  /// A name in its forms. It is shared by reference, so that a name is copied at the cost of one
  /// count.
  private final class Spelling: Sendable {
    let name: String
    /// The name in lower case.
    let folded: [UInt8]

    init(_ name: String) {
      self.name = name
      folded = name.utf8.map(lowered)
    }
  }

  /// Cost: linear in the name. Keep names rather than making them anew.
  package init(_ name: String) {
    spelling = Spelling(name)
    hash = hashOfBytes(spelling.folded[...])
    serviceHash = hashOfBytes(spelling.folded.prefix { $0 != UInt8(ascii: ":") })
    filter = ActionFilter(action: spelling.folded)
  }

  /// The name as written.
  package var name: String { spelling.name }

  /// The name in lower case.
  var folded: [UInt8] { spelling.folded }

  /// The service prefix in lower case, such as `lambda`; empty where the name has no colon.
  package var service: String {
    let colon = folded.firstIndex(of: UInt8(ascii: ":")) ?? 0
    return String(decoding: folded[..<colon], as: UTF8.self)
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
