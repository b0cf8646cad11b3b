import JSONText

/// The fields of a stored record, read by their place in `RecordTable.fields`.
package struct FieldReader: Sendable {
  package let table: RecordTable
  package let values: [FieldValue]

  package init(_ table: RecordTable, _ values: [FieldValue]) {
    self.table = table
    self.values = values
  }

  package func text(_ index: Int) throws(DamagedRecord) -> String {
    guard case .text(let text) = values[index] else { throw damage(index) }
    return text
  }

  package func optionalText(_ index: Int) -> String? { values[index].text }

  package func flag(_ index: Int) throws(DamagedRecord) -> Bool {
    guard case .flag(let flag) = values[index] else { throw damage(index) }
    return flag
  }

  package func document(_ index: Int) throws(DamagedRecord) -> DocumentDigest {
    guard let digest = optionalDocument(index) else { throw damage(index) }
    return digest
  }

  package func optionalDocument(_ index: Int) -> DocumentDigest? {
    if case .document(let digest) = values[index] { return digest }
    return nil
  }

  package func json(_ index: Int) throws(DamagedRecord) -> String {
    guard case .json(let text) = values[index] else { throw damage(index) }
    return text
  }

  package func list(_ index: Int) throws(DamagedRecord) -> [String] {
    let text = try json(index)
    guard let elements = (try? JSONDocument(parsing: Array(text.utf8)))?.root.elements else {
      throw damage(index)
    }
    var list: [String] = []
    for element in elements {
      guard let string = element.string else { throw damage(index) }
      list.append(string)
    }
    return list
  }

  package func tags(_ index: Int) throws(DamagedRecord) -> Tags {
    guard let tags = try Tags(json: json(index)) else { throw damage(index) }
    return tags
  }

  /// One of a closed set of words.
  package func choice<Choice: RawRepresentable<String>>(
    _ index: Int
  ) throws(DamagedRecord) -> Choice {
    guard let choice = try Choice(rawValue: text(index)) else { throw damage(index) }
    return choice
  }

  private func damage(_ index: Int) -> DamagedRecord {
    DamagedRecord(kind: table.kind, field: table.fields[index].name)
  }
}

/// A stored record whose field does not hold what its kind requires: somebody else wrote the file.
package struct DamagedRecord: Error, Sendable, CustomStringConvertible {
  package let kind: RecordKind
  package let field: String

  package var description: String {
    "a \(kind.rawValue) record holds a value of the wrong type in `\(field)`"
  }
}
