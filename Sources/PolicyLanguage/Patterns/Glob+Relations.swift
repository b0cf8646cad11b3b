extension Glob {
  /// Whether some text is matched by both patterns. Cost: the product of their lengths.
  package static func intersects(_ left: Glob, _ right: Glob) -> Bool {
    let isFolding = left.ignoresCase || right.ignoresCase
    let rows = GlobElement.elements(of: left, lowercased: isFolding)
    let columns = GlobElement.elements(of: right, lowercased: isFolding)
    // reachable[j]: some text takes the left pattern to this row and the right one to column j.
    var reachable = [Bool](repeating: false, count: columns.count + 1)
    reachable[0] = true
    for row in rows {
      var next = [Bool](repeating: false, count: columns.count + 1)
      for (index, column) in columns.enumerated() where reachable[index] {
        if row == .anyCharacters { next[index] = true }
        if column == .anyCharacters { reachable[index + 1] = true }
        guard row.overlaps(column) else { continue }
        switch (row, column) {
        case (.anyCharacters, _): reachable[index + 1] = true
        case (_, .anyCharacters): next[index] = true
        default: next[index + 1] = true
        }
      }
      if row == .anyCharacters, reachable[columns.count] { next[columns.count] = true }
      reachable = next
    }
    for (index, column) in columns.enumerated()
    where reachable[index] && column == .anyCharacters {
      reachable[index + 1] = true
    }
    return reachable[columns.count]
  }

  /// Whether every text that the second pattern matches is matched by the first; `nil` where that
  /// was not decided, which takes a first pattern with many `?` on both sides of a letter and a
  /// second one with many `*`. Cost: about the product of their lengths, for usual patterns.
  package static func covers(_ wide: Glob, _ narrow: Glob) -> Bool? {
    var coverage = GlobCoverage(of: wide)
    for element in GlobElement.elements(of: narrow, lowercased: wide.ignoresCase) {
      coverage.advance(over: element, inEitherCase: narrow.ignoresCase && !wide.ignoresCase)
      if coverage.isLost { return false }
      if coverage.isTooLarge { return nil }
    }
    return coverage.isComplete
  }
}

/// One element of a pattern, by characters instead of bytes.
enum GlobElement: Hashable {
  case character(UInt32)
  case anyCharacter
  case anyCharacters

  /// The elements of a pattern, on request with its letters A to Z in lower case.
  static func elements(of glob: Glob, lowercased isLowercased: Bool) -> [GlobElement] {
    var elements: [GlobElement] = []
    var characters: [UInt8] = []
    func flush() {
      for scalar in String(decoding: characters, as: UTF8.self).unicodeScalars {
        elements.append(.character(scalar.value))
      }
      characters.removeAll(keepingCapacity: true)
    }
    for byte in glob.pattern {
      switch byte {
      case Glob.anyCharacter, Glob.anyCharacters:
        flush()
        elements.append(byte == Glob.anyCharacter ? .anyCharacter : .anyCharacters)
      default:
        characters.append(isLowercased ? lowercased(byte) : byte)
      }
    }
    flush()
    return elements
  }

  /// Whether one character can be taken by both.
  func overlaps(_ other: GlobElement) -> Bool {
    guard case .character(let left) = self, case .character(let right) = other else { return true }
    return left == right
  }
}
