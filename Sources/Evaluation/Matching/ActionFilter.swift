/// A set of actions in two words: whether a statement can concern an action at all is answered
/// without a look at its patterns. A filter may hold an action too many, never one too few.
struct ActionFilter: Hashable, Sendable {
  /// The services of which any action may be meant.
  private var services: UInt64
  /// The actions that are meant by their full names.
  private var actions: UInt64

  private init(services: UInt64, actions: UInt64) {
    self.services = services
    self.actions = actions
  }

  static let none = ActionFilter(services: 0, actions: 0)
  static let all = ActionFilter(services: .max, actions: .max)

  /// The filter of all actions of a service, given the hash of its prefix.
  init(serviceHash: UInt64) {
    self.init(services: 1 << (serviceHash >> 58), actions: 0)
  }

  /// The filter of one action, given the hash of its name.
  init(actionHash: UInt64) {
    self.init(services: 0, actions: 1 << (actionHash >> 58))
  }

  /// Whether a filter of patterns may hold the action of which this is the filter.
  func mayConcern(_ action: ActionFilter) -> Bool {
    services & action.services | actions & action.actions != 0
  }

  mutating func formUnion(_ other: ActionFilter) {
    services |= other.services
    actions |= other.actions
  }
}
