import JSONText
import Registry

/// Changes of records, for people a row for each field that differs.
struct ChangeReport {
  private let changes: [Change]
  private let reader: ChangeReader
  /// Whether added and removed records are shown field by field too.
  private let isVerbose: Bool

  init(_ changes: [Change], in snapshot: Snapshot, isVerbose: Bool) {
    self.changes = changes
    self.isVerbose = isVerbose
    reader = ChangeReader(snapshot)
  }

  /// The rows, for people and for spreadsheets.
  func table() throws -> Table {
    var table = Table(["change", "kind", "record", "field", "before", "after"])
    for change in changes {
      let fields = try shown(change)
      for field in fields {
        table.append([
          change.verb, change.kind, change.key, field.field.replacing("_", with: " "),
          field.before ?? "", field.after ?? "",
        ])
      }
      if fields.isEmpty { table.append([change.verb, change.kind, change.key, "", "", ""]) }
    }
    return table
  }

  /// The changes as JSON, each with both sides and what differs between them.
  func answers() throws -> [JSON] {
    try changes.map { change in
      [
        "change": .string(change.verb), "kind": .string(change.kind), "key": .string(change.key),
        "before": change.before.flatMap(JSON.init(text:)) ?? .null,
        "after": change.after.flatMap(JSON.init(text:)) ?? .null,
        "differences": .array(
          try reader.differences(in: change).map { field in
            [
              "field": .string(field.field), "before": field.before.map(JSON.string) ?? .null,
              "after": field.after.map(JSON.string) ?? .null,
            ]
          }),
      ]
    }
  }

  private func shown(_ change: Change) throws -> [FieldDifference] {
    let isOneSided = change.before == nil || change.after == nil
    return isOneSided && !isVerbose ? [] : try reader.differences(in: change)
  }
}

extension Change {
  /// What was done to the record.
  var verb: String {
    if before == nil { return "added" }
    return after == nil ? "removed" : "changed"
  }
}
