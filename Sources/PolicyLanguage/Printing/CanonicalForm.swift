package import JSONText

/// Writes a policy document so that documents of equal meaning become the same bytes.
///
/// Members are sorted by the bytes of their keys, and there is no white space. Actions, resources,
/// the principals of one kind and the values of one condition key are sets: sorted, without
/// repetitions, and lists even where there is one; a number or Boolean among condition values is
/// written as its text. A single statement is a list of one. The order of statements is kept, and
/// so is the spelling of actions, operators and condition keys.
///
/// What does not have the shape of a policy is written as JSON with sorted members, and nothing in
/// it is taken for a set.
///
/// Source: IAM User Guide, "Grammar of the IAM JSON policy language", on lists of one.
package struct CanonicalForm {
  private var writer = JSONWriter()

  /// The canonical form as UTF-8. Cost: linear, but for sorting members and sets.
  package static func bytes(of document: JSONValue) -> [UInt8] {
    var form = CanonicalForm()
    if form.writeDocument(document) { return form.writer.bytes }
    var plain = JSONWriter()
    plain.value(document, order: .sorted)
    return plain.bytes
  }

  // Each of these functions writes a value, or returns false for one of another shape; what has
  // been written is then of no use.

  private mutating func writeDocument(_ value: JSONValue) -> Bool {
    writeMembers(of: value) { form, member in
      switch DocumentElement(rawValue: member.key) {
      case .version, .id: form.writeString(member.value)
      case .statement: form.writeStatements(member.value)
      case nil: false
      }
    }
  }

  private mutating func writeStatements(_ value: JSONValue) -> Bool {
    writer.beginArray()
    if let statements = value.elements {
      for statement in statements {
        guard writeStatement(statement) else { return false }
      }
    } else {
      guard writeStatement(value) else { return false }
    }
    writer.endArray()
    return true
  }

  private mutating func writeStatement(_ value: JSONValue) -> Bool {
    writeMembers(of: value) { form, member in
      switch StatementElement(rawValue: member.key) {
      case .sid, .effect: form.writeString(member.value)
      case .principal, .notPrincipal: form.writePrincipal(member.value)
      case .action, .notAction, .resource, .notResource: form.writeSet(member.value, ofText: false)
      case .condition: form.writeCondition(member.value)
      case nil: false
      }
    }
  }

  private mutating func writePrincipal(_ value: JSONValue) -> Bool {
    if value.kind == .string { return writeString(value) }
    return writeMembers(of: value) { form, member in form.writeSet(member.value, ofText: false) }
  }

  private mutating func writeCondition(_ value: JSONValue) -> Bool {
    writeMembers(of: value) { form, block in
      form.writeMembers(of: block.value) { form, member in
        form.writeSet(member.value, ofText: true)
      }
    }
  }

  private mutating func writeMembers(
    of value: JSONValue, _ write: (inout CanonicalForm, JSONMember) -> Bool
  ) -> Bool {
    guard let members = value.members else { return false }
    writer.beginObject()
    for member in members.sortedByKey() {
      writer.key(of: member)
      guard write(&self, member) else { return false }
    }
    writer.endObject()
    return true
  }

  private mutating func writeString(_ value: JSONValue) -> Bool {
    guard let bytes = value.decodedBytes else { return false }
    writer.string(utf8: bytes)
    return true
  }

  /// Writes a string or a list of strings as a set; `ofText` admits numbers and Booleans as text.
  private mutating func writeSet(_ value: JSONValue, ofText: Bool) -> Bool {
    var texts: [ArraySlice<UInt8>] = []
    if let elements = value.elements {
      for element in elements {
        guard let text = element.text(ifStringOr: ofText) else { return false }
        texts.append(text)
      }
    } else {
      guard let text = value.text(ifStringOr: ofText) else { return false }
      texts.append(text)
    }
    if texts.count > 1 { texts.sort { $0.lexicographicallyPrecedes($1) } }
    writer.beginArray()
    for (index, text) in texts.enumerated() where index == 0 || text != texts[index - 1] {
      writer.string(utf8: text)
    }
    writer.endArray()
    return true
  }
}

extension JSONValue {
  /// The decoded bytes of a string, in place where nothing needs decoding.
  fileprivate var decodedBytes: ArraySlice<UInt8>? {
    plainStringBytes ?? stringBytes.map { $0[...] }
  }

  /// The bytes of a string or, if so asked, of a number's or Boolean's spelling.
  fileprivate func text(ifStringOr isScalarText: Bool) -> ArraySlice<UInt8>? {
    if isScalarText, kind == .number || kind == .bool { return textBytes }
    return decodedBytes
  }
}
