import PolicyLanguage

/// The first five fields of an ARN pattern one by one, to see whether a match needs a `*` that runs
/// out of the field it stands in.
///
/// AWS documents that a `*` at the end of a field runs into later fields, and leaves open whether one
/// with text after it in its field does. A field of the second kind is held to one field of the ARN.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Resource", on wildcards in ARN fields.
struct FieldwisePattern: Hashable, Sendable {
  private let fields: [Field]
  /// What follows behind five fields; `nil` where the pattern has fewer colons.
  private let tail: TextTemplate?

  private struct Field: Hashable {
    let glob: Glob
    /// Whether a `*` has text after it.
    let isConfined: Bool
  }

  /// The pattern of a text; `nil` where no field has a `*` with text after it, so that every match
  /// is certain.
  init?(_ text: String, processesVariables: Bool) {
    let split = FieldwisePattern.split(text)
    let head = split.tail == nil ? split.head[...] : split.head.dropLast()
    let colon = UInt8(ascii: ":")
    fields = head.utf8.split(separator: colon, omittingEmptySubsequences: false).map {
      Field(
        glob: Glob(String(Substring($0))),
        isConfined: FieldwisePattern.hasInnerStar(Substring($0)))
    }
    tail = split.tail.map {
      TextTemplate($0, readsWildcards: true, processesVariables: processesVariables)
    }
    guard fields.contains(where: \.isConfined) else { return nil }
  }

  /// A text cut behind its fifth colon; no tail where it has fewer colons.
  static func split(_ text: String) -> (head: String, tail: String?) {
    var colons = 0
    for index in text.utf8.indices where text.utf8[index] == UInt8(ascii: ":") {
      colons += 1
      if colons == 5 {
        let start = text.utf8.index(after: index)
        return (String(text[..<start]), String(text[start...]))
      }
    }
    return (text, nil)
  }

  private static func hasInnerStar(_ field: Substring) -> Bool {
    guard let star = field.utf8.firstIndex(of: UInt8(ascii: "*")) else { return false }
    return field[star...].utf8.contains { $0 != UInt8(ascii: "*") }
  }

  /// Whether the pattern can be laid over a text so that each confined field covers one field of it.
  ///
  /// Cost: the product of the fields and the text's colons, times their lengths.
  func matches(_ text: borrowing Span<UInt8>, in context: RequestContext) -> Bool {
    var ends: [Int] = []
    for index in text.indices where text[index] == UInt8(ascii: ":") { ends.append(index) }
    ends.append(text.count)
    // Where the next field may start: as an index of `ends`, behind the one before.
    var starts: Set<Int> = [0]
    for (position, field) in fields.enumerated() {
      let isLast = position == fields.count - 1 && tail == nil
      var next: Set<Int> = []
      for start in starts where start < ends.count {
        let lower = start == 0 ? 0 : ends[start - 1] + 1
        let candidates = field.isConfined ? start..<start + 1 : start..<ends.count
        for end in candidates where !isLast || end == ends.count - 1 {
          if field.glob.matches(text.extracting(lower..<ends[end])) { next.insert(end + 1) }
        }
      }
      starts = next
    }
    guard let tail else { return !starts.isEmpty }
    for start in starts where start < ends.count {
      let rest = text.extracting(ends[start - 1] + 1..<text.count)
      if tail.covers(rest, in: context) == .certain(true) { return true }
    }
    return false
  }
}
