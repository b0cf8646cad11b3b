import JSONText

/// The tags of a user, role or resource: each key once, in the order of their bytes.
///
/// Keys that differ in case are different keys here, as they are for AWS when tags are stored.
package struct Tags: Hashable, Sendable {
  /// The tags, sorted by key.
  package let entries: [Tag]

  /// Takes the tags in any order; of two with the same key the later one counts.
  package init(_ entries: [Tag] = []) {
    var byKey: [String: String] = [:]
    for entry in entries {
      byKey[entry.key] = entry.value
    }
    self.entries = byKey.map { Tag(key: $0.key, value: $0.value) }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  /// Reads a JSON object of text; `nil` where the text is not one.
  package init?(json text: String) {
    guard let members = (try? JSONDocument(parsing: Array(text.utf8)))?.root.members else {
      return nil
    }
    var entries: [Tag] = []
    for member in members {
      guard let value = member.value.string else { return nil }
      entries.append(Tag(key: member.key, value: value))
    }
    self.init(entries)
  }

  /// The field that holds these tags.
  package var value: FieldValue {
    .json(JSON.object(entries.map { JSON.Member($0.key, .string($0.value)) }).text())
  }
}

/// One tag.
package struct Tag: Hashable, Sendable {
  package let key: String
  package let value: String

  package init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}
