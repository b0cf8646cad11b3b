import JSONText

/// Rows of text in columns.
///
/// On a terminal the cells that do not fit go on in the next line; in a pipe every row is one line.
struct Table {
  let columns: [String]
  private(set) var rows: [[String]] = []

  init(_ columns: [String]) {
    self.columns = columns
  }

  /// Adds a row, one cell for each column.
  mutating func append(_ cells: [String]) {
    rows.append(cells)
  }

  /// The table as lines, the header first. Nothing in it steers a terminal.
  func lines(width: Int? = Terminal.standardOutput.width) -> [String] {
    let all = [columns.map { $0.uppercased() }] + rows.map { $0.map(\.terminalEscaped) }
    let widths = fitted(naturalWidths(of: all), to: width)
    return all.flatMap { lines(of: $0, widths) }
  }

  private func naturalWidths(of rows: [[String]]) -> [Int] {
    var widths = columns.map { _ in 1 }
    for row in rows {
      for (index, cell) in row.enumerated() {
        widths[index] = max(widths[index], cell.unicodeScalars.count)
      }
    }
    return widths
  }

  /// Takes from the widest columns until the row fits; no column gets too narrow to be read.
  private func fitted(_ natural: [Int], to width: Int?) -> [Int] {
    guard let width else { return natural }
    var widths = natural
    var excess = widths.reduce(0, +) + Self.gap * (widths.count - 1) - width
    while excess > 0 {
      guard let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
        widths[widest] > Self.narrowest
      else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func lines(of row: [String], _ widths: [Int]) -> [String] {
    let cells = zip(row, widths).map { CellWrapping.lines(of: $0, width: $1) }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      var text = ""
      // Blanks wait for the next text, so that no line ends with them.
      var blanks = 0
      for (cell, width) in zip(cells, widths) {
        let part = line < cell.count ? cell[line] : ""
        if !part.isEmpty {
          for _ in 0..<blanks { text.append(" ") }
          text.append(part)
          blanks = 0
        }
        blanks += max(0, width - part.unicodeScalars.count) + Self.gap
      }
      return text
    }
  }

  private static let gap = 2
  private static let narrowest = 12
}
