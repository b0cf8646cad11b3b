import JSONText

/// Where the values of a JSON text stand in the YAML that they were written in.
struct YAMLPlaces: Sendable {
  private let yaml: [UInt8]
  private let lines: LineTable
  private var entries: [Entry] = []

  private struct Entry {
    /// The first byte of the value in the JSON text.
    let offset: Int
    /// The line, counted from 1.
    let line: Int
    /// The column, counted from 1 in Unicode scalars, as YAML's readers count.
    let column: Int
  }

  init(_ yaml: [UInt8]) {
    self.yaml = yaml
    lines = LineTable(of: yaml[...])
  }

  // INVARIANT: the offsets ascend, because the JSON text is written from left to right.
  /// Says where the value stands that begins at the next byte of the JSON text.
  mutating func add(offset: Int, line: Int, column: Int) {
    entries.append(Entry(offset: offset, line: line, column: column))
  }

  /// Forgets the places, to begin another JSON text.
  mutating func clear() {
    entries.removeAll(keepingCapacity: true)
  }

  /// The place of the last value that begins at or before a byte of the JSON text.
  ///
  /// Cost: a binary search and one line.
  func position(at offset: Int) -> SourcePosition {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return SourcePosition(line: 1, column: 1) }
    let entry = entries[low - 1]
    return position(line: entry.line, column: entry.column)
  }

  /// The position of a line and a column that is counted in Unicode scalars.
  func position(line: Int, column: Int) -> SourcePosition {
    guard let range = lines.range(ofLine: line) else {
      return SourcePosition(line: max(line, 1), column: max(column, 1))
    }
    var bytes = 0
    var scalars = 0
    for byte in yaml[range] {
      // A byte that does not continue a scalar begins one.
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if scalars >= column { break }
      bytes += 1
    }
    return SourcePosition(line: line, column: bytes + 1)
  }
}
