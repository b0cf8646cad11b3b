import PolicyLanguage

/// What can be said of a pattern without a look at its wildcards: its literal beginning, and whether
/// that decides a match. The bytes stand in the policy's arena, so heads hold no reference and a
/// list of them is compared without counting any.
struct PatternHead: Sendable {
  private enum Form: UInt8 {
    /// `*`
    case everything
    /// No wildcard.
    case exact
    /// Literal text and then `*`.
    case prefix
    case general
  }

  /// What the head says of a text.
  enum Match {
    case no
    case yes
    /// The whole pattern has to be asked.
    case perhaps
  }

  private let form: Form
  private let start: UInt32
  private let count: UInt32
  /// Where the whole pattern stands in its list.
  private let position: UInt32
  /// The hash of an exact pattern.
  private let hash: UInt64

  /// The head of a pattern, its bytes appended to the arena.
  ///
  /// - Parameters:
  ///   - index: Where the whole pattern stands in its list.
  ///   - isWhole: Whether the pattern is all that has to match. Otherwise no match is certain.
  init(_ pattern: Glob, at index: Int, isWhole: Bool, arena: inout [UInt8]) {
    position = UInt32(truncatingIfNeeded: index)
    let literal = pattern.literalPrefix
    start = UInt32(truncatingIfNeeded: arena.count)
    count = UInt32(truncatingIfNeeded: literal.count)
    hash = hashOfBytes(literal)
    arena += literal
    if !isWhole {
      form = .general
    } else if pattern.isLiteral {
      form = .exact
    } else if pattern.matchesEverything {
      form = .everything
    } else {
      var prefix = Glob(ignoringCase: pattern.ignoresCase)
      prefix.append(literal: String(decoding: literal, as: UTF8.self))
      prefix.append(pattern: "*")
      form = prefix == pattern ? .prefix : .general
    }
  }

  /// Where the whole pattern stands in its list.
  var index: Int { Int(position) }

  /// Whether every text matches.
  var matchesEverything: Bool { form == .everything }

  /// Whether the pattern covers a text, given with its hash. Case counts, so for a pattern that
  /// ignores it the text is in lower case.
  func match(_ text: [UInt8], hash textHash: UInt64, arena: [UInt8]) -> Match {
    switch form {
    case .everything: .yes
    case .exact:
      hash == textHash && Int(count) == text.count && begins(text, arena) ? .yes : .no
    case .prefix: begins(text, arena) ? .yes : .no
    case .general: begins(text, arena) ? .perhaps : .no
    }
  }

  /// Compares from the end, where ARNs differ most.
  private func begins(_ text: [UInt8], _ arena: [UInt8]) -> Bool {
    guard Int(count) <= text.count else { return false }
    var index = Int(count) - 1
    let start = Int(start)
    while index >= 0 {
      if arena[start + index] != text[index] { return false }
      index -= 1
    }
    return true
  }
}
