/// Text of a policy in which policy variables may stand: a resource pattern or a condition value.
///
/// Source: IAM User Guide, "IAM policy elements: Variables and tags".
struct TextTemplate: Hashable, Sendable {
  /// A piece of the text.
  enum Piece: Hashable, Sendable {
    /// Ordinary bytes and encoded wildcards.
    case text([UInt8])
    /// `${key}` or `${key, 'default'}`.
    case variable(ContextKey, defaultText: [UInt8]?)
  }

  let pieces: [Piece]
  /// The bytes where the text has no variable; `nil` otherwise.
  let constant: [UInt8]?
  /// The bytes before the first wildcard or variable.
  let literalPrefix: [UInt8]

  init(pieces: [Piece]) {
    self.pieces = pieces
    switch pieces.first {
    case nil: constant = []
    case .text(let bytes) where pieces.count == 1: constant = bytes
    default: constant = nil
    }
    if case .text(let bytes) = pieces.first {
      literalPrefix = Array(bytes[..<WildcardText.literalPrefix(bytes)])
    } else {
      literalPrefix = []
    }
  }

  /// What the variables of a text come to in a request.
  enum Resolution: Equatable {
    /// All have a value. `length` is the length of the text then; `holdsWildcard` tells whether a
    /// value holds `*` or `?`.
    case resolved(length: Int, holdsWildcard: Bool)
    /// One has neither value nor default.
    case unresolvable
    /// Of one, nobody said whether and which value it has.
    case unknown
  }

  /// What the variables come to. A variable whose key holds several values has no value.
  func resolution(in context: RequestContext) -> Resolution {
    var length = 0
    var holdsWildcard = false
    var isUnknown = false
    for piece in pieces {
      switch piece {
      case .text(let bytes): length += bytes.count
      case .variable(let key, let defaultText):
        switch context.state(of: key) {
        case .unknown: isUnknown = true
        case .values(let values) where values.count == 1:
          length += values[0].bytes.count
          holdsWildcard = holdsWildcard || values[0].bytes.contains(where: isWildcardCharacter)
        case .values(let values) where !values.isEmpty: return .unresolvable
        case .values, .absent:
          guard let defaultText else { return .unresolvable }
          length += defaultText.count
        }
      }
    }
    return isUnknown ? .unknown : .resolved(length: length, holdsWildcard: holdsWildcard)
  }

  /// Puts the text with its values in place into temporary memory and hands it to `body`.
  ///
  /// - Parameter wildcards: Whether `*` and `?` in values are wildcards.
  func withText<Result>(
    _ length: Int, in context: RequestContext, wildcards: Bool,
    _ body: (borrowing Span<UInt8>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { buffer in
      var end = 0
      for piece in pieces {
        switch piece {
        case .text(let bytes): append(bytes, to: buffer, at: &end, wildcards: false)
        case .variable(let key, let defaultText):
          let value = context.singleValue(of: key)?.bytes ?? defaultText ?? []
          append(value, to: buffer, at: &end, wildcards: wildcards)
        }
      }
      return body(Span(_unsafeElements: UnsafeBufferPointer(rebasing: buffer[..<end])))
    }
  }

  private func append(
    _ bytes: [UInt8], to buffer: UnsafeMutableBufferPointer<UInt8>, at end: inout Int,
    wildcards: Bool
  ) {
    for byte in bytes {
      let isStar = wildcards && byte == UInt8(ascii: "*")
      let isOne = wildcards && byte == UInt8(ascii: "?")
      buffer[end] = isStar ? WildcardText.any : isOne ? WildcardText.one : byte
      end += 1
    }
  }

  /// The same text with the values of all variables put in that are known and not in doubt.
  func filled(in context: RequestContext) -> TextTemplate {
    var filled: [Piece] = []
    for piece in pieces {
      var next = piece
      if case .variable(let key, let defaultText) = piece {
        if let value = context.singleValue(of: key),
          !value.bytes.contains(where: isWildcardCharacter)
        {
          next = .text(value.bytes)
        } else if context.state(of: key) == .absent, let defaultText {
          next = .text(defaultText)
        }
      }
      if case .text(let bytes) = next, case .text(let before) = filled.last {
        filled[filled.count - 1] = .text(before + bytes)
      } else {
        filled.append(next)
      }
    }
    return TextTemplate(pieces: filled)
  }

  /// The text with the same bytes in place of every variable.
  func withStandIn(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    pieces.flatMap { if case .text(let text) = $0 { text } else { Array(bytes) } }
  }

  /// The keys of the variables.
  var keys: [ContextKey] {
    pieces.compactMap { if case .variable(let key, _) = $0 { key } else { nil } }
  }
}

private func isWildcardCharacter(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?")
}
