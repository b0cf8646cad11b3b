import JSONText
import Registry

extension ChangeTally {
  /// Added, changed and removed records in a word: `+3 ~1 -2`.
  var text: String {
    let counts = [("+", added), ("~", changed), ("-", removed)]
    let parts = counts.map { ($0, $1.values.reduce(0, +)) }.filter { $0.1 > 0 }
    return parts.map { "\($0)\($1)" }.joined(separator: " ")
  }

  /// The counts by kind.
  var json: JSON {
    .object(
      kinds.map { kind in
        JSON.Member(
          kind.rawValue,
          [
            "added": .number(String(added[kind] ?? 0)),
            "changed": .number(String(changed[kind] ?? 0)),
            "removed": .number(String(removed[kind] ?? 0)),
          ])
      })
  }

  /// The counts by kind, for people.
  var table: Table {
    var table = Table(["kind", "added", "changed", "removed"])
    for kind in kinds {
      table.append([
        kind.rawValue, String(added[kind] ?? 0), String(changed[kind] ?? 0),
        String(removed[kind] ?? 0),
      ])
    }
    return table
  }

  /// The kinds that changed, in their usual order.
  private var kinds: [RecordKind] {
    RecordKind.allCases.filter { added[$0] != nil || changed[$0] != nil || removed[$0] != nil }
  }
}
