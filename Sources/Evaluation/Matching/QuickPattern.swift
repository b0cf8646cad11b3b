import PolicyLanguage

/// A pattern with its most common forms singled out, so that most texts that it does not cover are
/// refused by one comparison.
struct QuickPattern: Hashable, Sendable {
  private enum Form: UInt8 {
    /// `*`
    case everything
    /// No wildcard.
    case exact
    /// Literal text and then `*`.
    case prefix
    case general
  }

  private let glob: Glob
  private let form: Form
  /// The hash of the bytes of an exact pattern.
  private let hash: UInt64
  /// The literal text that comes first.
  private let literal: [UInt8]

  init(_ glob: Glob) {
    self.glob = glob
    literal = Array(glob.literalPrefix)
    hash = hashOfBytes(glob.literalPrefix)
    if glob.matchesEverything {
      form = .everything
    } else if glob.isLiteral {
      form = .exact
    } else {
      var prefix = Glob(ignoringCase: glob.ignoresCase)
      prefix.append(literal: String(decoding: literal, as: UTF8.self))
      prefix.append(pattern: "*")
      form = prefix == glob ? .prefix : .general
    }
  }

  /// Whether the pattern covers a text, given with its hash. If the pattern ignores case, the text
  /// is in lower case.
  func matches(_ text: [UInt8], hash textHash: UInt64) -> Bool {
    switch form {
    case .everything: return true
    case .exact: return hash == textHash && literal == text
    case .prefix: return hasPrefix(text.span)
    case .general: return hasPrefix(text.span) && glob.matches(text.span)
    }
  }

  /// Compares from the end, where ARNs differ most.
  private func hasPrefix(_ text: borrowing Span<UInt8>) -> Bool {
    guard literal.count <= text.count else { return false }
    var index = literal.count - 1
    while index >= 0 {
      if literal[index] != text[index] { return false }
      index -= 1
    }
    return true
  }

  /// The hash of the whole text, where the pattern has no wildcard.
  var exactHash: UInt64? { form == .exact ? hash : nil }

  /// The literal text that every match begins with.
  var literalPrefix: ArraySlice<UInt8> { literal[...] }
}
