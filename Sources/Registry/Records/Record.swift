/// A thing that the registry keeps: one role, one attachment, one function's policy.
///
/// A record is its fields. Two records of one kind with equal keys describe the same thing at two
/// moments.
package protocol Record: Sendable {
  /// How records of this kind are kept.
  static var table: RecordTable { get }

  /// The fields, in the order of `table.fields`.
  var values: [FieldValue] { get }

  /// Makes the record from its fields.
  init(_ fields: FieldReader) throws(DamagedRecord)
}

extension Record {
  /// The record's name in the history: the fields that identify it, joined by spaces.
  package var key: String { Self.table.key(of: values) }
}

extension RecordTable {
  /// The name in the history of a record with these values.
  package func key(of values: [FieldValue]) -> String {
    if keyLength == 1 { return values[0].text ?? "" }
    return values.prefix(keyLength).map { $0.text ?? "" }.joined(separator: " ")
  }
}
