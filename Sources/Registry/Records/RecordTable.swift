/// How the records of one kind are kept: the SQL table, and its fields in order.
///
/// The fields are the whole of what the registry keeps of a thing. What is not in this list never
/// enters the file: no environment variables, no code, no credentials.
package struct RecordTable: Sendable {
  package let kind: RecordKind
  /// The name of the SQL table.
  package let name: String
  /// How many of the leading fields identify a record.
  package let keyLength: Int
  package let fields: [Field]
  /// A column that repeats the account of the first field's ARN, for an index.
  package let accountColumn: String?

  package init(
    _ kind: RecordKind, _ name: String, key: [Field], fields: [Field], accountColumn: String? = nil
  ) {
    self.kind = kind
    self.name = name
    self.keyLength = key.count
    self.fields = key + fields
    self.accountColumn = accountColumn
  }
}

/// One field of a record.
package struct Field: Sendable {
  /// The member's name in the record's JSON.
  package let name: String
  /// The SQL column.
  package let column: String
  package let type: FieldType

  /// Plain text: an identifier, a name, an instant.
  package static func text(_ name: String) -> Field {
    Field(name: name, column: name, type: .text)
  }

  /// A Boolean.
  package static func flag(_ name: String) -> Field {
    Field(name: name, column: name, type: .flag)
  }

  /// A list or a map of text, kept as canonical JSON.
  package static func json(_ name: String) -> Field {
    Field(name: name, column: name, type: .json)
  }

  /// An ARN, kept as a reference to `resource`.
  package static func resource(_ name: String, column: String) -> Field {
    Field(name: name, column: column, type: .resource)
  }

  /// A policy document, kept as a reference to `document`.
  package static func document(_ name: String, column: String = "document_id") -> Field {
    Field(name: name, column: column, type: .document)
  }
}

/// How a field is kept.
package enum FieldType: Sendable {
  case text
  case flag
  case json
  case resource
  case document
}
