import PolicyLanguage

/// A set of actions in three words: whether a statement can concern an action at all is answered
/// without a look at its patterns. A filter may hold an action too many, never one too few.
struct ActionFilter: Hashable, Sendable {
  /// The services of which any action may be meant.
  private var services: UInt64
  /// The services with the first letter of the actions that may be meant.
  private var initials: UInt64
  /// The actions that are meant by their full names.
  private var actions: UInt64

  private init(services: UInt64 = 0, initials: UInt64 = 0, actions: UInt64 = 0) {
    self.services = services
    self.initials = initials
    self.actions = actions
  }

  /// The filter that holds no action.
  static let none = ActionFilter()
  /// The filter that holds every action.
  static let all = ActionFilter(services: .max, initials: .max, actions: .max)

  /// The filter of one action, given its name in lower case.
  init(action name: [UInt8]) {
    let colon = name.firstIndex(of: UInt8(ascii: ":")) ?? name.count
    services = ActionFilter.bit(name[..<colon])
    initials = ActionFilter.bit(name.prefix(colon + 2))
    actions = ActionFilter.bit(name[...])
  }

  /// The actions that a pattern in lower case can concern.
  init(_ pattern: Glob) {
    let literal = pattern.literalPrefix
    if pattern.isLiteral {
      self.init(actions: ActionFilter.bit(literal))
    } else if let colon = literal.firstIndex(of: UInt8(ascii: ":")) {
      let hasInitial = colon + 1 < literal.endIndex
      self.init(
        services: hasInitial ? 0 : ActionFilter.bit(literal[..<colon]),
        initials: hasInitial ? ActionFilter.bit(literal[..<(colon + 2)]) : 0)
    } else {
      self = .all
    }
  }

  private static func bit(_ text: ArraySlice<UInt8>) -> UInt64 { 1 << (hashOfBytes(text) >> 58) }

  /// Whether a filter of patterns may hold the action of which this is the filter.
  func mayConcern(_ action: ActionFilter) -> Bool {
    services & action.services | initials & action.initials | actions & action.actions != 0
  }

  /// Adds what another filter holds.
  mutating func formUnion(_ other: ActionFilter) {
    services |= other.services
    initials |= other.initials
    actions |= other.actions
  }
}
