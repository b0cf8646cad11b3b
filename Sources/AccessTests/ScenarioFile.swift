package import JSONText

/// A file of scenarios: JSON Lines, one JSON object, or a JSON array of objects.
package struct ScenarioFile: Sendable {
  /// The cases in the order of the file.
  package let scenarios: [Scenario]

  /// Reads a file.
  ///
  /// - Parameter name: the file's name, for diagnostics.
  /// - Throws: `InvalidScenario` with the place of the first fault. Cost: linear in the text.
  package init(_ bytes: [UInt8], name: String) throws(InvalidScenario) {
    let starts = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    if starts == UInt8(ascii: "[") {
      let root = try Self.parse(bytes, name: name, line: 0)
      guard let elements = root.elements else {
        throw InvalidScenario("expected a list of cases", at: root, file: name)
      }
      var scenarios: [Scenario] = []
      for element in elements {
        scenarios.append(try ScenarioReader(file: name, lineOffset: 0).scenario(element))
      }
      self.scenarios = scenarios
      return
    }
    if let root = try? JSONDocument(parsing: bytes).root, root.kind == .object {
      scenarios = [try ScenarioReader(file: name, lineOffset: 0).scenario(root)]
      return
    }
    scenarios = try Self.lines(bytes, name: name)
  }

  private static func lines(
    _ bytes: [UInt8], name: String
  ) throws(InvalidScenario) -> [Scenario] {
    var scenarios: [Scenario] = []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated()
    where line.contains(where: { ![0x20, 0x09, 0x0D].contains($0) }) {
      let root = try parse(Array(line), name: name, line: index)
      scenarios.append(try ScenarioReader(file: name, lineOffset: index).scenario(root))
    }
    return scenarios
  }

  private static func parse(
    _ bytes: [UInt8], name: String, line: Int
  ) throws(InvalidScenario) -> JSONValue {
    do {
      return try JSONDocument(parsing: bytes).root
    } catch {
      var diagnostic = error.diagnostic(file: name)
      diagnostic.position?.line += line
      throw InvalidScenario(diagnostic)
    }
  }
}

/// A case that cannot be read, and where.
package struct InvalidScenario: Error, Sendable {
  package let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }

  init(_ message: String, at value: JSONValue, file: String, lineOffset: Int = 0) {
    var position = value.position
    position.line += lineOffset
    diagnostic = Diagnostic(
      .error, "invalid-scenario", message, file: file, position: position)
  }
}
