import SQLite

/// A part of a record, and the revision since which it has stood as it does.
package struct BlamedPart: Hashable, Sendable {
  /// The name of the field; for a document the statement, by its Sid or its place.
  package let part: String
  package let value: String
  package let revision: Int
}

/// Finds which revision brought each part of a record.
package struct Blame {
  private let registry: Registry
  private let snapshot: Snapshot

  package init(_ registry: Registry, _ snapshot: Snapshot) {
    self.registry = registry
    self.snapshot = snapshot
  }

  /// The fields of a record that have a value, and the statements of its documents. For a managed
  /// policy they include the statements of the default version, whichever version brought them. A
  /// statement that only moved to another place in its document has stood unchanged.
  ///
  /// Cost: linear in the changes of the record and, for a managed policy, of its versions.
  package func parts(of row: RecordRow) throws -> [BlamedPart] {
    var since: [RecordPart: Int] = [:]
    var current: [LabelledPart] = []
    var state = RecordState(kind: row.kind)
    for (revision, changes) in try timeline(of: row) {
      for change in changes { state.apply(change) }
      current = try parts(of: state)
      var next: [RecordPart: Int] = [:]
      for part in current {
        next[part.part] = next[part.part] ?? since[part.part] ?? revision
      }
      since = next
    }
    return current.map { part in
      BlamedPart(
        part: part.label, value: part.part.text,
        revision: since[part.part] ?? snapshot.revision)
    }
  }

  // MARK: Changes

  private func timeline(of row: RecordRow) throws -> [(revision: Int, changes: [Change])] {
    var steps: [Int: [Change]] = [:]
    for (revision, change) in try registry.history(
      of: row.kind, key: row.key, until: snapshot.revision)
    {
      steps[revision, default: []].append(change)
    }
    if row.kind == .managedPolicy {
      try snapshot.connection.visit(
        """
        SELECT revision, key, before, after FROM change
        WHERE kind = 'managed-policy-version' AND key >= ?1 || ' ' AND key < ?1 || '!'
          AND revision <= ?2
        """, row.key, snapshot.revision
      ) { row in
        steps[try row.int(0), default: []].append(
          Change(
            kind: "managed-policy-version", key: try row.string(1),
            before: try row.optionalString(2), after: try row.optionalString(3)))
      }
    }
    return steps.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  // MARK: Parts

  private func parts(of state: RecordState) throws -> [LabelledPart] {
    guard let json = state.record else { return [] }
    let table = state.kind.table
    let values = try table.values(fromJSON: json)
    var parts = try zip(table.fields, values).dropFirst(table.keyLength).flatMap { field, value in
      try self.parts(of: value, named: field.name)
    }
    guard state.kind == .managedPolicy,
      let version = zip(table.fields, values).first(where: { $0.0.name == "default_version" })?.1
        .text,
      let text = state.versions["\(table.key(of: values)) \(version)"]
    else { return parts }
    let versions = RecordKind.managedPolicyVersion.table
    for (field, value) in zip(versions.fields, try versions.values(fromJSON: text))
    where field.type == .document {
      parts += try self.parts(of: value, named: field.name)
    }
    return parts
  }

  private func parts(of value: FieldValue, named field: String) throws -> [LabelledPart] {
    guard case .document(let digest) = value, let text = try snapshot.documentText(digest) else {
      return value.spelled.map {
        [LabelledPart(label: field, part: RecordPart(field: field, text: $0))]
      } ?? []
    }
    return DocumentParts(canonical: text).parts.map { label, text in
      let isStatement = label.hasPrefix("statement ")
      return LabelledPart(
        label: "\(field) \(label)",
        part: RecordPart(field: isStatement ? field : "\(field) \(label)", text: text))
    }
  }
}

/// A part of a record with what people call it.
private struct LabelledPart {
  let label: String
  let part: RecordPart
}

/// What makes a part the same in two revisions: where it stands and what it says.
private struct RecordPart: Hashable {
  let field: String
  let text: String
}

/// A record while its history is replayed, with the versions of a managed policy.
private struct RecordState {
  let kind: RecordKind
  private(set) var record: String?
  private(set) var versions: [String: String] = [:]

  init(kind: RecordKind) {
    self.kind = kind
  }

  mutating func apply(_ change: Change) {
    if change.kind == kind.rawValue {
      record = change.after
    } else {
      versions[change.key] = change.after
    }
  }
}
