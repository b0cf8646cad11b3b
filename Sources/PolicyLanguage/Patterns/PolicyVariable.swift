/// A text of a policy with its variables found, such as `arn:aws:s3:::home/${aws:username}/*`.
///
/// Only documents of version 2012-10-17 have variables; in others the same text is ordinary.
///
/// Source: IAM User Guide, "IAM policy elements: Variables and tags".
package struct VariableText: Hashable, Sendable {
  package private(set) var segments: [Segment] = []
  /// What is wrong with the text. A faulty variable is kept as ordinary text.
  package private(set) var faults: [Fault] = []

  /// A part of the text.
  package enum Segment: Hashable, Sendable {
    /// Text as written; whether its `*` and `?` are wildcards depends on where it stands.
    case text(String)
    /// `${*}`, `${?}` or `${$}`: this one character, which is never a wildcard.
    case escaped(Unicode.Scalar)
    /// `${key}` or `${key, 'default'}`: the value of a condition key. The default is used only for
    /// a request without the key.
    case variable(key: String, default: String?)
  }

  /// Why something that begins as a variable is none.
  package enum Fault: Hashable, Sendable {
    case missingBrace
    case empty
    case space(key: String)
    case missingQuote(key: String)
  }

  /// Finds the variables of a text. Cost: linear.
  package init(_ text: String) {
    var rest = text[...]
    var plain = ""
    while let start = rest.utf8Range(of: "${") {
      plain += rest[..<start.lowerBound]
      switch Self.variable(at: rest[start.upperBound...]) {
      case .success(let variable):
        flush(&plain)
        segments.append(variable.segment)
        rest = variable.rest
      case .failure(let fault):
        faults.append(fault)
        plain += "${"
        rest = rest[start.upperBound...]
      }
    }
    plain += rest
    flush(&plain)
  }

  /// Whether the text has a variable or an escaped character.
  package var hasVariables: Bool {
    segments.contains { if case .text = $0 { false } else { true } }
  }

  private mutating func flush(_ plain: inout String) {
    if !plain.isEmpty { segments.append(.text(plain)) }
    plain = ""
  }

  private enum Reading {
    case success((segment: Segment, rest: Substring))
    case failure(Fault)
  }

  /// Reads what stands behind `${`.
  private static func variable(at text: Substring) -> Reading {
    guard
      let end = text.utf8.firstIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: ",") })
    else { return .failure(.missingBrace) }
    let key = text[..<end]
    if key.isEmpty { return .failure(.empty) }
    if key.utf8.contains(UInt8(ascii: " ")) { return .failure(.space(key: String(key))) }
    let behind = text[text.utf8.index(after: end)...]
    guard text.utf8[end] == UInt8(ascii: ",") else {
      return .success((segment(for: String(key)), behind))
    }
    guard behind.utf8.starts(with: " '".utf8) else {
      return .failure(.missingQuote(key: String(key)))
    }
    let value = behind.dropFirst(2)
    guard let quote = value.utf8Range(of: "'}") else {
      return .failure(.missingQuote(key: String(key)))
    }
    let segment = Segment.variable(key: String(key), default: String(value[..<quote.lowerBound]))
    return .success((segment, value[quote.upperBound...]))
  }

  private static func segment(for key: String) -> Segment {
    switch key {
    case "*": .escaped("*")
    case "?": .escaped("?")
    case "$": .escaped("$")
    default: .variable(key: key, default: nil)
    }
  }
}

extension Substring {
  /// The first place of two ASCII characters.
  fileprivate func utf8Range(of pair: StaticString) -> Range<Index>? {
    let first = pair.utf8Start[0]
    let second = pair.utf8Start[1]
    for index in utf8.indices where utf8[index] == first {
      let next = utf8.index(after: index)
      if next < endIndex, utf8[next] == second { return index..<utf8.index(after: next) }
    }
    return nil
  }
}
