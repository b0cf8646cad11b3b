package import JSONText

/// A text that cases are read from, and how the places of its values are told.
struct CaseText: Sendable {
  /// The file's name as the user gave it.
  let file: String
  /// How many lines of the file stand before the text.
  var lineOffset = 0
  /// Where the values stand in the YAML that they were written in.
  var places: YAMLPlaces?

  /// The place of a value in the file. Cost: the first call reads the text for its lines.
  func position(of value: JSONValue) -> SourcePosition {
    if let places { return places.position(at: value.offset) }
    return positionInFile(value.position)
  }

  /// The place in the file of a position in the text.
  func positionInFile(_ position: SourcePosition) -> SourcePosition {
    // What YAML becomes is one line of JSON.
    if let places { return places.position(at: position.column - 1) }
    var position = position
    position.line += lineOffset
    return position
  }

  /// A fault at the place of a value.
  func fault(_ message: String, _ value: JSONValue) -> InvalidScenario {
    InvalidScenario(message, file: file, position: position(of: value))
  }
}

/// A value with the text that it stands in.
package struct Passage: Sendable {
  let value: JSONValue
  let text: CaseText

  /// The file's name as the user gave it.
  package var file: String { text.file }
  /// The place of the value. Cost: as `JSONValue.position`.
  package var position: SourcePosition { text.position(of: value) }

  /// A fault at this place.
  func fault(_ message: String) -> InvalidScenario { text.fault(message, value) }
}

/// A case that cannot be read or asked, and where.
package struct InvalidScenario: Error, Sendable {
  package let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }

  init(_ message: String, file: String, position: SourcePosition?) {
    diagnostic = Diagnostic(.error, "invalid-scenario", message, file: file, position: position)
  }
}
