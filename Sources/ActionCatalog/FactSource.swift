extension ActionCatalog {
  /// Where facts of the catalog come from.
  package struct FactSource: Sendable, Hashable {
    /// The prefix of the service that they are about, `*` for every other one.
    package let service: String
    /// The name and version of the source.
    package let name: String
    /// The date of the facts or of their release, as far as it is known: `2026-10-06`, `2026-04`.
    package let date: String
    /// Which facts it gave.
    package let gave: String
  }

  /// The sources of services, actions, resource types and condition keys.
  package static var sources: [FactSource] {
    EmbeddedText.sources.factLines.map { line in
      let fields = line.fields
      return FactSource(service: fields[0], name: fields[1], date: fields[2], gave: fields[3])
    }
  }
}
