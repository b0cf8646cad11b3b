/// Breaks a cell into lines, after the characters at which names can be broken.
enum CellWrapping {
  /// The lines of a cell, none wider than `width`; one line, perhaps empty, at least.
  static func lines(of cell: String, width: Int) -> [String] {
    // A text has no more characters than bytes.
    if cell.utf8.count <= width { return [cell] }
    var rest = Array(cell.unicodeScalars)[...]
    var lines: [String] = []
    while rest.count > width {
      let window = rest.prefix(width)
      let end = window.lastIndex(where: isBreak).map { $0 + 1 } ?? window.endIndex
      // A break near the beginning would waste the line.
      let isUseful = end - rest.startIndex > width / 2
      let cut = isUseful ? end : window.endIndex
      lines.append(text(rest[..<cut]))
      rest = rest[cut...]
    }
    return lines + [text(rest)]
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    " /:-,".unicodeScalars.contains(scalar)
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
