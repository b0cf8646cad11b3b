extension ActionCatalog {
  /// What an action does to its resource, as the Service Authorization Reference classifies it.
  ///
  /// The reference adds a second level, Write, to Tagging and Permissions management actions; this
  /// is the first.
  package enum AccessLevel: String, Sendable, CaseIterable {
    /// Sees that resources exist.
    case list = "List"
    /// Reads what resources hold, without changing it.
    case read = "Read"
    /// Makes, changes or deletes resources.
    case write = "Write"
    /// Changes tags only.
    case tagging = "Tagging"
    /// Grants or changes permissions.
    case permissionsManagement = "Permissions management"

    /// The level that a letter of the embedded facts stands for.
    init?(letter: Character?) {
      switch letter {
      case "L": self = .list
      case "R": self = .read
      case "W": self = .write
      case "T": self = .tagging
      case "P": self = .permissionsManagement
      default: return nil
      }
    }
  }
}
