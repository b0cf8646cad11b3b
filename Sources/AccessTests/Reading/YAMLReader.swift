import JSONText
import Yams

/// Reads YAML as JSON: the same members, with text that means in a policy what it says.
///
/// Plain scalars are read by JSON's own rules: `true`, `false`, `null` and JSON's numbers are what
/// they are in JSON, with their spelling kept, and everything else, such as `2012-10-17`, `yes`,
/// `012345678901` or `0x1F`, is text. Source: YAML 1.2.2, section 10.2, "JSON Schema", with text
/// where that schema gives an error.
///
/// Anchors with aliases, merge keys, tags other than `!!str`, keys that are no text, and a key that
/// stands twice are refused: they let one short line stand for a lot of text, or for another text
/// than it shows.
struct YAMLReader {
  private let bytes: [UInt8]
  private let file: String
  private var json: [UInt8] = []
  private var places: YAMLPlaces

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    places = YAMLPlaces(bytes)
  }

  /// The documents of the text; those that are empty are left out. Cost: linear in the text.
  mutating func documents() throws(InvalidScenario) -> [Passage] {
    guard bytes.count <= Self.largestText else {
      throw fault("more than \(Self.largestText >> 20) MiB of YAML", nil)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw fault("the text is not UTF-8", nil)
    }
    // Before anything is composed: YAML's own reader compares keys, and would walk what aliases
    // multiply.
    if let name = YAMLAliases.firstAlias(in: bytes) {
      throw fault("`*\(name)` repeats what `&\(name)` marks; write the value out", nil)
    }
    var documents: [Passage] = []
    for root in try roots(of: text) {
      json.removeAll(keepingCapacity: true)
      places.clear()
      try write(root, depth: 0)
      let document: JSONDocument
      do {
        document = try JSONDocument(parsing: json)
      } catch {
        throw fault(error.message, places.position(at: error.offset))
      }
      if document.root.isNull { continue }
      documents.append(
        Passage(value: document.root, text: CaseText(file: file, places: places)))
    }
    return documents
  }

  private static let largestText = 64 << 20
  /// As deep as JSON may be.
  private static let deepest = Int(JSONLimits.standard.depth)

  private func roots(of text: String) throws(InvalidScenario) -> [Node] {
    do {
      let parser = try Parser(yaml: text, encoding: .utf8)
      var roots: [Node] = []
      while let root = try parser.nextRoot() { roots.append(root) }
      return roots
    } catch let error as YamlError {
      throw fault(error)
    } catch {
      throw fault("\(error)", nil)
    }
  }

  // MARK: Writing

  private mutating func write(_ node: Node, depth: Int) throws(InvalidScenario) {
    guard depth < Self.deepest else {
      throw fault("more than \(Self.deepest) mappings and lists are open at once", node)
    }
    if let mark = node.mark {
      places.add(offset: json.count, line: mark.line, column: mark.column)
    }
    switch node {
    case .scalar(let scalar): json += try token(scalar, node).utf8
    case .sequence(let sequence):
      try checkTag(sequence.tag, node)
      json.append(UInt8(ascii: "["))
      for (index, element) in sequence.enumerated() {
        if index > 0 { json.append(UInt8(ascii: ",")) }
        try write(element, depth: depth + 1)
      }
      json.append(UInt8(ascii: "]"))
    case .mapping(let mapping):
      try checkTag(mapping.tag, node)
      try write(mapping, depth: depth)
    case .alias: throw fault("an alias; write the value out", node)
    }
  }

  private mutating func write(_ mapping: Node.Mapping, depth: Int) throws(InvalidScenario) {
    json.append(UInt8(ascii: "{"))
    for (index, pair) in mapping.enumerated() {
      if index > 0 { json.append(UInt8(ascii: ",")) }
      json += try key(pair.key).utf8
      json.append(UInt8(ascii: ":"))
      try write(pair.value, depth: depth + 1)
    }
    json.append(UInt8(ascii: "}"))
  }

  private mutating func key(_ node: Node) throws(InvalidScenario) -> String {
    if let mark = node.mark {
      places.add(offset: json.count, line: mark.line, column: mark.column)
    }
    guard case .scalar(let scalar) = node else { throw fault("a key is text", node) }
    // To compare keys the library has given each that lacks a tag one of the standard ones.
    if !scalar.tag.description.hasPrefix("tag:yaml.org,2002:") { try checkTag(scalar.tag, node) }
    guard scalar.style == .plain else { return JSON.string(scalar.string).text() }
    if scalar.string == "<<" { throw fault("a merge key; write the members out", node) }
    let token = Self.plainToken(scalar.string)
    guard token.hasPrefix("\"") else {
      throw fault("a key is text: put `\(scalar.string)` in quotes", node)
    }
    return token
  }

  /// A scalar as JSON.
  private func token(_ scalar: Node.Scalar, _ node: Node) throws(InvalidScenario) -> String {
    let isText = try checkTag(scalar.tag, node)
    guard scalar.style == .plain, !isText else { return JSON.string(scalar.string).text() }
    return Self.plainToken(scalar.string)
  }

  /// A scalar without quotes as JSON.
  private static func plainToken(_ text: String) -> String {
    switch text {
    case "", "~", "null", "Null", "NULL": return "null"
    case "true", "True", "TRUE": return "true"
    case "false", "False", "FALSE": return "false"
    default:
      let isNumber = (try? JSONDocument(parsing: Array(text.utf8)))?.root.kind == .number
      return isNumber ? text : JSON.string(text).text()
    }
  }

  /// Refuses tags; gives whether the tag is that of text.
  @discardableResult
  private func checkTag(_ tag: Tag, _ node: Node) throws(InvalidScenario) -> Bool {
    switch tag.description {
    case "": return false
    case "!", "tag:yaml.org,2002:str": return true
    case let other: throw fault("the tag `\(other)` is not read", node)
    }
  }

  // MARK: Faults

  private func fault(_ message: String, _ node: Node) -> InvalidScenario {
    fault(message, node.mark.map { places.position(line: $0.line, column: $0.column) })
  }

  private func fault(_ message: String, _ position: SourcePosition?) -> InvalidScenario {
    InvalidScenario(
      Diagnostic(
        .error, "yaml", message, file: file, position: position ?? .init(line: 1, column: 1))
    )
  }

  private func fault(_ error: YamlError) -> InvalidScenario {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      fault(problem, places.position(line: mark.line, column: mark.column))
    case .duplicatedKeysInMapping(let keys, let context):
      fault(
        "key `\(keys.first ?? "")` stands twice in one mapping",
        places.position(line: context.mark.line, column: context.mark.column))
    case .reader(let problem, _, _, _): fault(problem, nil)
    default: fault("\(error)", nil)
    }
  }
}
