/// Finds aliases in YAML before it is read.
enum YAMLAliases {
  /// The first name that stands both behind `&` and behind `*`: without both there is no alias that
  /// means anything. Text in quotes counts too, so a text may be refused that has none.
  ///
  /// Source: YAML 1.2.2, section 6.9.2, "Node Anchors", and 7.1, "Alias Nodes". Cost: one pass.
  static func firstAlias(in bytes: [UInt8]) -> String? {
    guard bytes.contains(UInt8(ascii: "&")) else { return nil }
    let anchors = Set(names(behind: UInt8(ascii: "&"), in: bytes))
    if anchors.isEmpty { return nil }
    return names(behind: UInt8(ascii: "*"), in: bytes).first(where: anchors.contains)
  }

  private static func names(behind mark: UInt8, in bytes: [UInt8]) -> [String] {
    var names: [String] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == mark else {
        index += 1
        continue
      }
      let start = index + 1
      index = start
      while index < bytes.count, isOfName(bytes[index]) { index += 1 }
      if index > start { names.append(String(decoding: bytes[start..<index], as: UTF8.self)) }
    }
    return names
  }

  // The characters that the library's reader takes for a name.
  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
