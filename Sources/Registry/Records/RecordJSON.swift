import JSONText

extension RecordTable {
  /// The record's canonical JSON: the fields that have a value, in the order of `fields`.
  package func json(of values: [FieldValue]) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    for (field, value) in zip(fields, values) where value != .null {
      writer.key(field.name)
      switch value {
      case .null: writer.null()
      case .text(let text): writer.string(text)
      case .flag(let flag): writer.bool(flag)
      case .json(let text): writer.verbatim(text)
      case .document(let digest): writer.string(digest.hexadecimal)
      }
    }
    writer.endObject()
    return writer.text
  }

  /// The fields of a record from its canonical JSON.
  package func values(fromJSON text: String) throws(DamagedRecord) -> [FieldValue] {
    guard let record = (try? JSONDocument(parsing: Array(text.utf8)))?.root else {
      throw DamagedRecord(kind: kind, field: fields[0].name)
    }
    var values: [FieldValue] = []
    for field in fields {
      values.append(try value(of: field, in: record[field.name]))
    }
    return values
  }

  private func value(
    of field: Field, in json: JSONValue?
  ) throws(DamagedRecord) -> FieldValue {
    guard let json else { return .null }
    let value: FieldValue? =
      switch field.type {
      case .text, .resource: json.string.map(FieldValue.text)
      case .flag: json.bool.map(FieldValue.flag)
      case .json: .json(json.text)
      case .document:
        json.string.flatMap(DocumentDigest.init(hexadecimal:)).map(FieldValue.document)
      }
    guard let value else { throw DamagedRecord(kind: kind, field: field.name) }
    return value
  }
}
