extension ActionCatalog {
  /// A condition key: what it is called and which values it holds.
  package struct ConditionKey: Sendable, Hashable {
    /// Its full name in AWS's own case. A part that the request fills in is written `${…}`, as in
    /// `aws:ResourceTag/${TagKey}`.
    package let name: String
    /// The type of its values.
    package let valueType: ValueType
    /// A second type whose operators it takes too: `aws:EpochTime` is a date and a number.
    package let alternativeValueType: ValueType?
    /// Whether the request can hold several values, so that a condition needs `ForAllValues` or
    /// `ForAnyValue` (IAM User Guide, "Multivalued context keys").
    package let isMultivalued: Bool

    /// The type of a condition key's values, by the name that the Service Authorization Reference
    /// gives it.
    package enum ValueType: String, Sendable, CaseIterable {
      /// Text.
      case string = "String"
      /// An Amazon Resource Name.
      case arn = "ARN"
      /// `true` or `false`.
      case bool = "Bool"
      /// A number.
      case numeric = "Numeric"
      /// A point in time, in ISO 8601 or as seconds since 1970.
      case date = "Date"
      /// An address or a range in CIDR form.
      case ipAddress = "IPAddress"
      /// Bytes in base64.
      case binary = "Binary"
    }

    /// Whether a policy that writes a key means this one. Names are compared without regard to
    /// case, and a `${…}` part stands for one character or more.
    package func matches(_ written: String) -> Bool {
      let literal = name.utf8.prefix { $0 != UInt8(ascii: "$") }
      guard written.utf8.starts(with: literal, by: { $0.lowercased == $1.lowercased }) else {
        return false
      }
      guard literal.endIndex < name.endIndex else { return written.utf8.count == name.utf8.count }
      return WildcardPattern(format: name, foldsCase: true).matches(written.utf8)
    }
  }
}

extension ActionCatalog.ConditionKey {
  /// A key of the embedded facts: its name, and the letters of its value types with a `+` for
  /// several values.
  init?(name: String, letters: String) {
    let types = letters.compactMap(ValueType.init(letter:))
    guard let first = types.first else { return nil }
    self.name = name
    valueType = first
    alternativeValueType = types.dropFirst().first
    isMultivalued = letters.hasSuffix("+")
  }
}

extension ActionCatalog.ConditionKey.ValueType {
  /// The type that a letter of the embedded facts stands for.
  init?(letter: Character) {
    switch letter {
    case "S": self = .string
    case "A": self = .arn
    case "B": self = .bool
    case "N": self = .numeric
    case "D": self = .date
    case "I": self = .ipAddress
    case "Y": self = .binary
    default: return nil
    }
  }
}
