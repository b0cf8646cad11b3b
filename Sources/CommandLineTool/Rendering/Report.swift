import JSONText
import Registry

/// What a command answers, before a format is chosen for it.
struct Report {
  /// What was asked; `revision` is what the answers rest on.
  var envelope: Envelope
  /// The answers for people and for spreadsheets, a row each.
  var table: Table

  /// Prints the report in a format.
  func print(_ format: OutputFormat) {
    switch format {
    case .table:
      guard !table.rows.isEmpty else { return }
      for line in table.lines() { StandardOutput.line(line) }
    case .csv:
      for row in [table.columns] + table.rows { StandardOutput.line(CSV.line(row)) }
    case .ndjson:
      for answer in envelope.answers { StandardOutput.line(answer.text()) }
    case .json: StandardOutput.line(envelope.json.text(.indented))
    }
  }
}
