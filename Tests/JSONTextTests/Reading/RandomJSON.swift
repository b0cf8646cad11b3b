/// Writes random JSON texts; the same seed gives the same texts.
struct RandomJSON {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Steele, Lea and Flood's SplitMix64.
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to, but not including, the bound.
  mutating func index(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// A text of some dozen values, with white space and escapes strewn in.
  mutating func text(depth: Int = 0) -> String { space() + value(depth) + space() }

  private mutating func value(_ depth: Int) -> String {
    switch index(depth > 4 ? 5 : 8) {
    case 0: pick(["null", "true", "false"])
    case 1: pick(["0", "-0", "1", "-12", "3.25", "1e3", "2E-2", "0.5e+1", "1234567890"])
    case 2...4: string()
    case 5: array(depth)
    default: object(depth)
    }
  }

  private mutating func array(_ depth: Int) -> String {
    let elements = (0..<index(5)).map { _ in text(depth: depth + 1) }
    return "[" + (elements.isEmpty ? space() : elements.joined(separator: ",")) + "]"
  }

  private mutating func object(_ depth: Int) -> String {
    let isLarge = index(20) == 0
    let members = (0..<(isLarge ? 40 : index(5))).map { number in
      // The number makes the key unique; its place between escapes makes it hard to read.
      "\(space())\"\(characters())#\(number)#\(characters())\"\(space()):\(text(depth: depth + 1))"
    }
    return "{" + (members.isEmpty ? space() : members.joined(separator: ",")) + "}"
  }

  private mutating func string() -> String { "\"" + characters() + "\"" }

  private mutating func characters() -> String {
    let characters = [
      "a", "Z", "é", "€", "😀", " ", "/", "{", ":", ",", "\u{7F}", "\u{2028}", "\\\"", "\\\\", "\\/",
      "\\b", "\\f", "\\n", "\\r", "\\t", "\\u0041", "\\u00e9", "\\uD83D\\uDE00", "\\u0001",
    ]
    return (0..<index(6)).map { _ in pick(characters) }.joined()
  }

  private mutating func space() -> String { pick(["", "", "", " ", "\n", "\t", "\r\n  "]) }

  private mutating func pick(_ choices: [String]) -> String { choices[index(choices.count)] }
}
