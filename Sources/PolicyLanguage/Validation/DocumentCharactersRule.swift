import JSONText

/// Documents that IAM stores consist of tab, line feed, carriage return and the characters from
/// U+0020 to U+00FF.
///
/// Source: IAM API Reference, "CreatePolicy", the pattern of `PolicyDocument`.
enum DocumentCharactersRule: PolicyRule {
  static func check(_ policy: PolicySubject) -> [Diagnostic] {
    guard policy.isStoredByIAM else { return [] }
    // The grammar of JSON leaves no control character but those three outside of escapes, and in
    // UTF-8 all characters up to U+00FF begin with a byte below 0xC4.
    let text = policy.document.textBytes
    guard let index = text.firstIndex(where: { $0 >= 0xC4 }) else { return [] }
    let rest = String(decoding: text[index...].prefix(4), as: UTF8.self)
    guard let scalar = rest.unicodeScalars.first else { return [] }
    return [.unsupportedCharacter(scalar, at: policy.document.position(at: index))]
  }
}

extension Diagnostic {
  fileprivate static func unsupportedCharacter(
    _ scalar: Unicode.Scalar, at position: SourcePosition
  ) -> Diagnostic {
    Diagnostic(
      .error, "unsupported-character",
      "IAM stores no `\(scalar)`, only characters up to U+00FF", position: position
    ).with(help: "write it as a \\u escape")
  }
}
