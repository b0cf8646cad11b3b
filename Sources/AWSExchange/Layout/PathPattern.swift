import JSONText

/// A path of the layout with words that stand for what varies: `ACCOUNT`, `REGION`, `ITEM` and
/// `QUALIFIER`.
struct PathPattern: ExpressibleByStringLiteral, Sendable {
  private let parts: [String]

  init(stringLiteral text: String) {
    parts = text.split(separator: "/").map(String.init)
  }

  private init(parts: [String]) {
    self.parts = parts
  }

  /// Whether the layout has one such file for each item of a list.
  var hasItem: Bool { parts.contains { $0.hasPrefix("ITEM") } }

  /// The folder that holds the items, or `nil`.
  var folder: PathPattern? {
    guard let index = parts.firstIndex(where: { $0.hasPrefix("ITEM") }) else { return nil }
    return PathPattern(parts: Array(parts[..<index]))
  }

  /// The place that the last parts of a path name, or `nil`.
  func match(_ path: [Substring], as command: AWSCommand) -> LayoutPlace? {
    guard path.count >= parts.count else { return nil }
    var place = LayoutPlace(command)
    for (part, text) in zip(parts, path.suffix(parts.count)) {
      switch part {
      case "ACCOUNT":
        guard text.isAccountID else { return nil }
        place.account = String(text)
      case "REGION": place.region = String(text)
      case "ITEM": place.item = Self.itemName(text)
      case "ITEM.json": place.item = Self.itemName(text.dropLast(5))
      case "QUALIFIER.json": place.qualifier = Self.itemName(text.dropLast(5))
      default: guard part == text else { return nil }
      }
    }
    return place
  }

  /// The path, with `words` in place of what varies.
  func path(_ words: [String: String]) -> String {
    parts.map { part in
      let name = part.hasSuffix(".json") ? String(part.dropLast(5)) : part
      return (words[name] ?? name) + (name == part ? "" : ".json")
    }.joined(separator: "/")
  }

  /// A slash in a name, as secrets have it, is written `%2F` in a path.
  private static func itemName(_ text: Substring) -> String {
    guard let bytes = percentDecoded(text.utf8) else { return String(text) }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension StringProtocol {
  /// Whether the text is an account id: twelve digits.
  var isAccountID: Bool {
    utf8.count == 12 && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
