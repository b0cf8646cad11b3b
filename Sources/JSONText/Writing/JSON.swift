/// A JSON value that is built, not read. Objects keep the order of their members.
package enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number in its own spelling, which must be that of a JSON number.
  case number(String)
  case string(String)
  case array([JSON])
  case object([Member])

  /// One member of an object.
  package struct Member: Hashable, Sendable {
    package var key: String
    package var value: JSON

    package init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// A copy of a parsed value.
  package init(_ value: JSONValue) {
    if let members = value.members {
      self = .object(members.map { Member($0.key, JSON($0.value)) })
    } else if let elements = value.elements {
      self = .array(elements.map { JSON($0) })
    } else if let string = value.string {
      self = .string(string)
    } else if let bool = value.bool {
      self = .bool(bool)
    } else {
      self = value.numberText.map { .number($0) } ?? .null
    }
  }

  /// The value of an object's first member with a key, else `nil`. Cost: linear.
  package subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  /// The value as text.
  package func text(_ layout: JSONWriter.Layout = .compact) -> String {
    var writer = JSONWriter(layout)
    writer.value(self)
    return writer.text
  }
}

extension JSONWriter {
  /// Writes a built value.
  package mutating func value(_ value: JSON) {
    switch value {
    case .null: null()
    case .bool(let bool): self.bool(bool)
    case .number(let number): verbatim(number)
    case .string(let string): self.string(string)
    case .array(let elements):
      beginArray()
      for element in elements { self.value(element) }
      endArray()
    case .object(let members):
      beginObject()
      for member in members {
        key(member.key)
        self.value(member.value)
      }
      endObject()
    }
  }
}
