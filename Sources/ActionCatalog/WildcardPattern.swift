/// A pattern over bytes: `*` stands for zero or more, `?` for exactly one.
///
/// The catalog's names are ASCII, where a byte is a character. The pattern language of policies,
/// which has to step over whole characters of any text, is the business of PolicyLanguage.
struct WildcardPattern {
  private let bytes: [UInt8]
  private let foldsCase: Bool

  /// A pattern as it is written.
  init(_ pattern: some Sequence<UInt8>, foldsCase: Bool) {
    bytes = pattern.map { foldsCase ? $0.lowercased : $0 }
    self.foldsCase = foldsCase
  }

  /// The pattern of an ARN format or condition key: each `${…}` stands for one character or more.
  init(format: some StringProtocol, foldsCase: Bool) {
    var pattern: [UInt8] = []
    var rest = format.utf8[...]
    while let dollar = rest.firstIndex(of: UInt8(ascii: "$")),
      let brace = rest[dollar...].firstIndex(of: UInt8(ascii: "}"))
    {
      pattern += rest[..<dollar]
      pattern += "?*".utf8
      rest = rest[rest.index(after: brace)...]
    }
    self.init(pattern + rest, foldsCase: foldsCase)
  }

  /// How many bytes a text must have as they stand: the more, the narrower the pattern.
  var literalCount: Int {
    bytes.count { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "?") }
  }

  /// Whether the pattern covers a whole text. Only the last `*` is tried again, so the cost is at
  /// most the product of both lengths, and nothing recurses.
  func matches<Text: Collection<UInt8>>(_ text: Text) -> Bool {
    var position = text.startIndex
    var place = 0
    var retry: (place: Int, position: Text.Index)?
    while position != text.endIndex {
      if place < bytes.count, bytes[place] == UInt8(ascii: "*") {
        retry = (place + 1, position)
        place += 1
      } else if place < bytes.count, covers(bytes[place], text[position]) {
        place += 1
        text.formIndex(after: &position)
      } else if let last = retry {
        let next = text.index(after: last.position)
        retry = (last.place, next)
        (place, position) = (last.place, next)
      } else {
        return false
      }
    }
    return bytes[place...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  private func covers(_ expected: UInt8, _ found: UInt8) -> Bool {
    expected == UInt8(ascii: "?") || expected == (foldsCase ? found.lowercased : found)
  }
}
