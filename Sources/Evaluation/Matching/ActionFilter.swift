/// A set of services in one word: whether a statement can concern a service at all is answered by
/// one operation on it. It may hold a service too many, never one too few.
struct ActionFilter: Hashable, Sendable {
  private var bits: UInt64

  private init(bits: UInt64) {
    self.bits = bits
  }

  static let none = ActionFilter(bits: 0)
  static let all = ActionFilter(bits: .max)

  /// The filter of one service, given the hash of its prefix in lower case.
  init(serviceHash: UInt64) {
    bits = 1 << (serviceHash >> 58)
  }

  func intersects(_ other: ActionFilter) -> Bool { bits & other.bits != 0 }

  mutating func formUnion(_ other: ActionFilter) {
    bits |= other.bits
  }
}
