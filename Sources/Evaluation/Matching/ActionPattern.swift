/// One entry of `Action` or `NotAction`, ready to match. Its bytes stand in the policy's arena.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Action": matching is without regard to case,
/// over the whole name.
struct ActionPattern: Sendable {
  private enum Form: UInt8 {
    case everything
    case exact
    /// A literal prefix followed by one `*`.
    case prefix
    case general
  }

  private let form: Form
  private let start: UInt32
  private let end: UInt32
  /// The hash of the bytes of an exact pattern.
  private let hash: UInt64

  /// Compiles a pattern and appends its bytes to the arena.
  init(_ text: String, arena: inout [UInt8]) {
    let bytes = WildcardText.encoded(text.utf8.map(lowered))
    let prefix = WildcardText.literalPrefix(bytes)
    start = UInt32(truncatingIfNeeded: arena.count)
    arena += bytes
    end = UInt32(truncatingIfNeeded: arena.count)
    hash = hashOfBytes(bytes[...])
    if bytes == [WildcardText.any] {
      form = .everything
    } else if prefix == bytes.count {
      form = .exact
    } else {
      form = prefix == bytes.count - 1 && bytes[prefix] == WildcardText.any ? .prefix : .general
    }
  }

  /// The services that a pattern can concern.
  static func filter(of text: String) -> ActionFilter {
    let bytes = text.utf8.map(lowered)
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return .all }
    let service = bytes[..<colon]
    let isLiteral = !service.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
    return isLiteral ? ActionFilter(serviceHash: hashOfBytes(service)) : .all
  }

  /// Whether the pattern covers an action.
  func matches(_ action: ActionName, arena: borrowing Span<UInt8>) -> Bool {
    if form == .everything { return true }
    if form == .exact && hash != action.hash { return false }
    let pattern = arena.extracting(Int(start)..<Int(end))
    let name = action.folded.span
    switch form {
    case .everything: return true
    case .exact:
      return pattern.count == name.count && name.begins(with: pattern, count: pattern.count)
    case .prefix: return name.begins(with: pattern, count: pattern.count - 1)
    case .general: return WildcardText.matches(pattern, name)
    }
  }
}

extension Span<UInt8> {
  /// Whether the first `count` bytes are those of another span.
  func begins(with other: borrowing Span<UInt8>, count length: Int) -> Bool {
    guard length <= count else { return false }
    for index in 0..<length where self[index] != other[index] { return false }
    return true
  }
}
