import JSONText

/// An action is `*`, or a service's prefix and a name with a colon between.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Action".
enum ActionRule: PolicyRule {
  static func check(_ policy: PolicySubject) -> [Diagnostic] {
    policy.strings(of: .action, .notAction).compactMap { value in
      guard let action = value.string, !isAction(action) else { return nil }
      return .invalidAction(action, value)
    }
  }

  private static func isAction(_ text: String) -> Bool {
    if text == "*" { return true }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isAllowed) }
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: "*"), UInt8(ascii: "?"):
      true
    default:
      false
    }
  }
}

extension Diagnostic {
  fileprivate static func invalidAction(_ action: String, _ value: JSONValue) -> Diagnostic {
    Diagnostic(.error, "invalid-action", "`\(action)` is no action", position: value.position)
      .with(help: "write a service's prefix and a name, as in `lambda:InvokeFunction`, or `*`")
  }
}
