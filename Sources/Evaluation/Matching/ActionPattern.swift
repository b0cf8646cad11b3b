import PolicyLanguage

/// One entry of `Action` or `NotAction`, ready to match.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Action": matching is without regard to case,
/// over the whole name.
struct ActionPattern: Hashable, Sendable {
  private let pattern: QuickPattern

  init(_ text: String) {
    pattern = QuickPattern(Glob(text, ignoringCase: true))
  }

  /// Whether the pattern covers an action.
  func matches(_ action: ActionName) -> Bool {
    pattern.matches(action.folded, hash: action.hash)
  }

  /// The actions that the pattern can concern.
  var filter: ActionFilter {
    if let hash = pattern.exactHash { return ActionFilter(actionHash: hash) }
    let literal = pattern.literalPrefix
    guard let colon = literal.firstIndex(of: UInt8(ascii: ":")) else { return .all }
    return ActionFilter(serviceHash: hashOfBytes(literal[..<colon]))
  }
}
