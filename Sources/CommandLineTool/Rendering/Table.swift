import Glibc
import JSONText

/// Rows of text in columns.
///
/// On a terminal the last column wraps at its width; in a pipe nothing is cut.
struct Table {
  let columns: [String]
  private(set) var rows: [[String]] = []

  init(_ columns: [String]) {
    self.columns = columns
  }

  mutating func append(_ cells: [String]) {
    rows.append(cells.map(\.terminalEscaped))
  }

  /// The table as lines, the header first.
  func lines(width: Int? = Terminal.width) -> [String] {
    let all = [columns.map { $0.uppercased() }] + rows
    let widths = columns.indices.dropLast().map { column in
      all.map { $0[column].count }.max() ?? 0
    }
    let indent = widths.reduce(0) { $0 + $1 + 2 }
    return all.flatMap { row in
      var line = ""
      for (column, width) in widths.enumerated() {
        line += row[column] + String(repeating: " ", count: width - row[column].count + 2)
      }
      let room = width.map { max($0 - indent, 24) }
      let parts = Self.wrap(row[columns.count - 1], room)
      let margin = String(repeating: " ", count: indent)
      return parts.enumerated().map { ($0.offset == 0 ? line : margin) + $0.element }
    }
  }

  private static func wrap(_ text: String, _ room: Int?) -> [String] {
    guard let room, text.count > room else { return [text] }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !line.isEmpty, line.count + 1 + word.count > room {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return lines + [line]
  }
}

/// What standard output is connected to.
enum Terminal {
  /// The width of the terminal, `nil` where standard output is none.
  static var width: Int? {
    guard isatty(1) == 1 else { return nil }
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
