/// Finds, among known names, those that a misspelled one may mean.
package struct NearestNames {
  private let written: [UInt8]

  package init(to written: String) {
    self.written = Array(written.lowercased().utf8)
  }

  /// The names that lie within a quarter of what was written, and at least two edits; the nearest
  /// first, five at most. Cost: linear in the names, quadratic in the length of those near enough.
  package func among(_ names: some Sequence<String>) -> [String] {
    var found: [(name: String, distance: Int)] = []
    for name in names {
      if let distance = distance(to: Array(name.lowercased().utf8)) {
        found.append((name, distance))
      }
    }
    found.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return found.prefix(Self.limit).map(\.name)
  }

  private static let limit = 5

  /// The edits (insert, leave out, replace, swap neighbours) between both, where they are few.
  private func distance(to name: [UInt8]) -> Int? {
    let limit = min(max(2, written.count / 4), max(written.count, name.count) - 1)
    guard abs(written.count - name.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...name.count)
    for row in written.indices {
      var current = [row + 1]
      for column in name.indices {
        let isSame = written[row] == name[column]
        var best = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, written[row] == name[column - 1], written[row - 1] == name[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      if current.allSatisfy({ $0 > limit }) { return nil }
      (beforeLast, last) = (last, current)
    }
    return last[name.count] <= limit ? last[name.count] : nil
  }
}
