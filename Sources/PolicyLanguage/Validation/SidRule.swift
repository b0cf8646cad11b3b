import JSONText

/// A `Sid` in a document that IAM stores has letters and digits only and occurs once.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Sid".
enum SidRule: PolicyRule {
  static func check(_ policy: PolicySubject) -> [Diagnostic] {
    guard policy.isStoredByIAM else { return [] }
    var diagnostics: [Diagnostic] = []
    var seen: Set<String> = []
    for value in policy.strings(of: .sid) {
      guard let sid = value.string, !sid.isEmpty else { continue }
      if !sid.utf8.allSatisfy(isAllowed) { diagnostics.append(.unsupportedSid(sid, value)) }
      if !seen.insert(sid).inserted { diagnostics.append(.repeatedSid(sid, value)) }
    }
    return diagnostics
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch lowercased(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: false
    }
  }
}

extension Diagnostic {
  fileprivate static func unsupportedSid(_ sid: String, _ value: JSONValue) -> Diagnostic {
    Diagnostic(
      .error, "unsupported-sid", "the `Sid` `\(sid)` may have letters and digits only",
      position: value.position)
  }

  fileprivate static func repeatedSid(_ sid: String, _ value: JSONValue) -> Diagnostic {
    Diagnostic(
      .error, "unique-sids-required", "the `Sid` `\(sid)` stands at an earlier statement too",
      position: value.position)
  }
}
