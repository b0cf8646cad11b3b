/// Reads JSON text (RFC 8259) into a ``JSONValue``, slowly and plainly.
struct JSONReader {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  private init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  /// The one value that `text` holds.
  ///
  /// - Throws: ``InvalidScenario`` where the text is not JSON, or nests deeper than 128.
  static func value(of text: String) throws(InvalidScenario) -> JSONValue {
    var reader = JSONReader(text)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.position == reader.scalars.count else { throw reader.unexpected() }
    return value
  }

  private mutating func value(depth: Int) throws(InvalidScenario) -> JSONValue {
    guard depth < 128 else { throw InvalidScenario("the text nests deeper than 128 levels") }
    skipSpace()
    switch current {
    case "{": return .object(try members(depth: depth))
    case "[": return .array(try elements(depth: depth))
    case "\"": return .string(try string())
    case "t": return try word("true", .bool(true))
    case "f": return try word("false", .bool(false))
    case "n": return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func members(depth: Int) throws(InvalidScenario) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    try expect("{")
    skipSpace()
    if take("}") { return members }
    repeat {
      skipSpace()
      let name = try string()
      skipSpace()
      try expect(":")
      members.append(JSONValue.Member(name, try value(depth: depth + 1)))
      skipSpace()
    } while take(",")
    try expect("}")
    return members
  }

  private mutating func elements(depth: Int) throws(InvalidScenario) -> [JSONValue] {
    var elements: [JSONValue] = []
    try expect("[")
    skipSpace()
    if take("]") { return elements }
    repeat {
      elements.append(try value(depth: depth + 1))
      skipSpace()
    } while take(",")
    try expect("]")
    return elements
  }

  private mutating func string() throws(InvalidScenario) -> String {
    var result = String.UnicodeScalarView()
    try expect("\"")
    while let scalar = current, scalar != "\"" {
      guard scalar.value >= 0x20 else { throw unexpected() }
      position += 1
      result.append(scalar == "\\" ? try escape() : scalar)
    }
    try expect("\"")
    return String(result)
  }

  private mutating func escape() throws(InvalidScenario) -> Unicode.Scalar {
    let plain: [Unicode.Scalar: Unicode.Scalar] = [
      "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
    ]
    guard let letter = current else { throw unexpected() }
    position += 1
    if let meaning = plain[letter] { return meaning }
    guard letter == "u" else { throw unexpected() }
    let unit = try codeUnit()
    guard (0xD800..<0xDC00).contains(unit) else {
      guard let scalar = Unicode.Scalar(unit) else { throw unexpected() }
      return scalar
    }
    try expect("\\")
    try expect("u")
    let low = try codeUnit()
    guard (0xDC00..<0xE000).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw unexpected() }
    return scalar
  }

  private mutating func codeUnit() throws(InvalidScenario) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = current.flatMap({ Character($0).hexDigitValue }) else {
        throw unexpected()
      }
      unit = unit << 4 + UInt32(digit)
      position += 1
    }
    return unit
  }

  private mutating func number() throws(InvalidScenario) -> String {
    let start = position
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      try digits()
    }
    return String(String.UnicodeScalarView(scalars[start..<position]))
  }

  private mutating func digits() throws(InvalidScenario) {
    let start = position
    while let scalar = current, ("0"..."9").contains(scalar) { position += 1 }
    guard position > start else { throw unexpected() }
  }

  private mutating func word(
    _ word: String, _ value: JSONValue
  ) throws(InvalidScenario) -> JSONValue {
    for scalar in word.unicodeScalars { try expect(scalar) }
    return value
  }

  private var current: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  private mutating func skipSpace() {
    while let scalar = current, [" ", "\t", "\n", "\r"].contains(scalar) { position += 1 }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ scalar: Unicode.Scalar) throws(InvalidScenario) {
    guard take(scalar) else { throw unexpected() }
  }

  private func unexpected() -> InvalidScenario {
    InvalidScenario("the text is not JSON at scalar \(position)")
  }
}
