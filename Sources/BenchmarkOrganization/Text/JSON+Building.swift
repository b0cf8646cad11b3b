import JSONText

extension JSON {
  /// An array of strings.
  static func strings(_ values: [String]) -> JSON {
    .array(values.map(JSON.string))
  }

  /// A whole number.
  static func integer(_ value: Int) -> JSON {
    .number(String(value))
  }

  /// Adds a member at the end; does nothing to a value that is not an object.
  mutating func append(_ key: String, _ value: JSON) {
    guard case .object(var members) = self else { return }
    self = .null  // Releases the members, so that appending does not copy them.
    members.append(Member(key, value))
    self = .object(members)
  }
}

extension JSONWriter {
  /// Writes a member of the object at hand.
  mutating func member(_ name: String, _ value: JSON) {
    key(name)
    self.value(value)
  }
}
