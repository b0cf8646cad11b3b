/// What the rounds of change have done to a user or role.
struct PrincipalState: Sendable {
  private let generations: Generations
  private let isPermanent: Bool

  /// The facets of a principal that change touches.
  private enum Facet: Int {
    case tags
    case attachments
    case inline
    case boundary
    /// The trust policy of a role, the groups of a user.
    case membership
    case existence
  }

  /// The state of a principal; a permanent one is never removed.
  init(_ generations: Generations, isPermanent: Bool) {
    self.generations = generations
    self.isPermanent = isPermanent
  }

  /// Changes to the tags.
  var tags: Int { generations[Facet.tags.rawValue] }
  /// Changes to the attached managed policies.
  var attachments: Int { generations[Facet.attachments.rawValue] }
  /// Changes to the inline policies.
  var inline: Int { generations[Facet.inline.rawValue] }
  /// Changes to the trust policy of a role or the groups of a user.
  var membership: Int { generations[Facet.membership.rawValue] }
  /// Changes to the permissions boundary.
  var boundary: Int { generations[Facet.boundary.rawValue] }

  /// For how many rounds a removed principal is gone. Were it gone for good, an organization would
  /// shrink with every round, and one that is old could not be compared with one that is new.
  static let absence = 3

  /// Whether it has been removed and not been made again yet.
  var isRemoved: Bool {
    guard !isPermanent, let age = generations.age(of: Facet.existence.rawValue) else {
      return false
    }
    return age < Self.absence
  }

  /// How often it has been made again, under the same name and with another unique id.
  var incarnation: Int { generations[Facet.existence.rawValue] }
}
