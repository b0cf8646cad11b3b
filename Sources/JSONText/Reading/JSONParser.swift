/// Reads JSON text into nodes, from left to right, without recursion.
struct JSONParser {
  let bytes: [UInt8]
  let limits: JSONLimits
  /// The byte to read next.
  var cursor = 0
  /// What has been read, in the form that `JSONTape` describes.
  var nodes: [JSONNode] = []
  private var open: [OpenContainer] = []
  private var keys = JSONOpenKeys()

  init(_ bytes: [UInt8], limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  /// A container whose closing bracket has not been read.
  private struct OpenContainer {
    var node: Int
    var isObject: Bool
  }

  /// What may stand at the cursor, white space skipped.
  private enum Expectation {
    case value
    case firstElement
    case firstKey
    case key
    case afterValue
  }

  /// Reads the whole text.
  mutating func parse() throws(JSONError) {
    try checkText()
    nodes.reserveCapacity(bytes.count / 16 + 1)
    var expectation = Expectation.value
    while true {
      skipWhitespace()
      switch expectation {
      case .value:
        expectation = try readValue()
      case .firstElement:
        expectation = peek == UInt8(ascii: "]") ? closeContainer() : try readValue()
      case .firstKey:
        expectation = peek == UInt8(ascii: "}") ? closeContainer() : try readKey()
      case .key:
        expectation = try readKey()
      case .afterValue:
        guard let container = open.last else { return try checkEnd() }
        expectation = try readSeparator(in: container)
      }
    }
  }

  /// The byte at the cursor, `nil` at the end of the text.
  var peek: UInt8? { cursor < bytes.count ? bytes[cursor] : nil }

  private mutating func skipWhitespace() {
    while cursor < bytes.count {
      let byte = bytes[cursor]
      guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else {
        return
      }
      cursor += 1
    }
  }

  // MARK: Values

  private mutating func readValue() throws(JSONError) -> Expectation {
    switch peek ?? 0 {
    case UInt8(ascii: "{"):
      keys.openObject()
      return try openContainer(.object)
    case UInt8(ascii: "["):
      return try openContainer(.array)
    case UInt8(ascii: "\""):
      nodes.append(try scanString())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      nodes.append(try scanNumber())
    case UInt8(ascii: "t") where skip("true"):
      nodes.append(scalar(.bool, length: 4, flag: true))
    case UInt8(ascii: "f") where skip("false"):
      nodes.append(scalar(.bool, length: 5))
    case UInt8(ascii: "n") where skip("null"):
      nodes.append(scalar(.null, length: 4))
    default:
      throw expected("a value")
    }
    return .afterValue
  }

  /// Moves over a word if it stands at the cursor.
  private mutating func skip(_ word: StaticString) -> Bool {
    let end = cursor + word.utf8CodeUnitCount
    guard end <= bytes.count, word.withUTF8Buffer({ bytes[cursor..<end].elementsEqual($0) }) else {
      return false
    }
    cursor = end
    return true
  }

  /// The node of a value without contents that ends at the cursor.
  func scalar(_ kind: JSONKind, length: Int, flag: Bool = false) -> JSONNode {
    JSONNode(
      start: UInt32(cursor - length), length: UInt32(length), next: UInt32(nodes.count + 1),
      kind: kind, flag: flag)
  }

  // MARK: Containers

  private mutating func openContainer(_ kind: JSONKind) throws(JSONError) -> Expectation {
    guard open.count < limits.depth else {
      throw failure(.tooDeep, "more than \(limits.depth) objects and arrays are open at once")
    }
    cursor += 1
    open.append(OpenContainer(node: nodes.count, isObject: kind == .object))
    nodes.append(scalar(kind, length: 1))
    return kind == .object ? .firstKey : .firstElement
  }

  private mutating func closeContainer() -> Expectation {
    cursor += 1
    guard let container = open.popLast() else { return .afterValue }
    if container.isObject { keys.closeObject() }
    nodes[container.node].length = UInt32(cursor) - nodes[container.node].start
    nodes[container.node].next = UInt32(nodes.count)
    return .afterValue
  }

  private mutating func readKey() throws(JSONError) -> Expectation {
    guard peek == UInt8(ascii: "\"") else { throw expected("a key in double quotes") }
    let key = try scanString()
    try checkUnique(key)
    nodes.append(key)
    skipWhitespace()
    guard peek == UInt8(ascii: ":") else { throw expected("`:` after the key") }
    cursor += 1
    return .value
  }

  private mutating func readSeparator(in container: OpenContainer) throws(JSONError) -> Expectation
  {
    let closing = container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
    switch peek {
    case UInt8(ascii: ","):
      cursor += 1
      return container.isObject ? .key : .value
    case closing:
      return closeContainer()
    default:
      throw expected(container.isObject ? "`,` or `}`" : "`,` or `]`")
    }
  }

  private mutating func checkUnique(_ key: JSONNode) throws(JSONError) {
    guard let earlier = keys.insert(key, in: bytes) else { return }
    let first = SourcePosition(ofByte: earlier, in: bytes)
    let name = String(decoding: JSONOpenKeys.decoded(key, in: bytes), as: UTF8.self)
    throw failure(
      .duplicateKey,
      "key `\(name)` stands twice in one object, first on line \(first.line), column \(first.column)",
      at: Int(key.start))
  }
}
