/// Something that was written and is no known name.
struct Misspelling {
  private let written: [UInt8]

  /// What was written; its case does not count.
  init(_ written: String) {
    self.written = written.folded
  }

  /// The edits between what was written and a lower-case name, or `nil` if there are too many for
  /// the one to mean the other: more than a quarter of what was written and more than two, or the
  /// whole name.
  func distance(from name: [UInt8]) -> Int? {
    let limit = min(max(2, written.count / 4), name.count - 1)
    return EditDistance.between(written, name, atMost: limit)
  }

  /// A text to suggest if a name may have been meant, with the distance that other parts of the
  /// text have.
  func suggestion(_ text: String, if name: String, plus distance: Int = 0) -> Suggestion? {
    let name = name.folded
    if let edits = self.distance(from: name) {
      return Suggestion(text: text, isBeginning: false, distance: edits + distance)
    }
    guard written.count > 2, name.starts(with: written) else { return nil }
    return Suggestion(
      text: text, isBeginning: true, distance: name.count - written.count + distance)
  }
}

/// Something that may have been meant.
struct Suggestion: Comparable {
  /// What to type.
  let text: String
  /// Whether what was written is the beginning of the name, and not a misspelling of it.
  let isBeginning: Bool
  /// The edits, or how many letters the beginning lacks.
  let distance: Int

  static func < (left: Suggestion, right: Suggestion) -> Bool {
    if left.isBeginning != right.isBeginning { return right.isBeginning }
    return (left.distance, left.text) < (right.distance, right.text)
  }
}
