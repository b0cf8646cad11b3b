/// The order in which the members of parsed objects are written.
package enum JSONMemberOrder: Sendable {
  /// As they stand in the text.
  case asGiven
  /// By the bytes of their decoded keys.
  case sorted
}

extension JSONWriter {
  /// Writes a parsed value: the same value in this writer's layout, numbers in their own spelling.
  package mutating func value(_ value: JSONValue, order: JSONMemberOrder = .asGiven) {
    if let members = value.members {
      beginObject()
      switch order {
      case .asGiven:
        for member in members { self.member(member, order: order) }
      case .sorted:
        for member in members.sortedByKey() { self.member(member, order: order) }
      }
      endObject()
    } else if let elements = value.elements {
      beginArray()
      for element in elements { self.value(element, order: order) }
      endArray()
    } else {
      scalar(value)
    }
  }

  /// Writes the key of a parsed member; its value is to follow.
  package mutating func key(of member: JSONMember) {
    if let plain = member.plainKeyBytes {
      key(utf8: plain)
    } else {
      key(utf8: member.keyBytes[...])
    }
  }

  private mutating func member(_ member: JSONMember, order: JSONMemberOrder) {
    key(of: member)
    value(member.value, order: order)
  }

  private mutating func scalar(_ value: JSONValue) {
    if let plain = value.plainStringBytes {
      string(utf8: plain)
    } else if let decoded = value.stringBytes {
      string(utf8: decoded[...])
    } else {
      verbatim(utf8: value.textBytes)
    }
  }
}

extension JSONMembers {
  /// The members ordered by the bytes of their decoded keys. Cost: n log n comparisons.
  package func sortedByKey() -> [JSONMember] {
    sorted { $0.isKeyOrderedBefore($1) }
  }
}

extension JSONMember {
  /// Whether this member's decoded key comes before another's, byte by byte.
  fileprivate func isKeyOrderedBefore(_ other: JSONMember) -> Bool {
    if let left = plainKeyBytes, let right = other.plainKeyBytes {
      return left.lexicographicallyPrecedes(right)
    }
    return keyBytes.lexicographicallyPrecedes(other.keyBytes)
  }
}
