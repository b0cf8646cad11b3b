import JSONText

/// A file of cases: JSON Lines, one JSON object, a JSON array of objects, YAML with any of these in
/// each document, or what AWS's policy simulator printed.
package struct ScenarioFile: Sendable {
  /// The cases in the order of the file.
  package let cases: [TestCase]

  /// The cases that bring their own policies.
  package var scenarios: [Scenario] {
    cases.compactMap { if case .inline(let scenario) = $0.content { scenario } else { nil } }
  }

  /// Reads a file. A name that ends in `.yaml` or `.yml` says YAML; else a text that begins with a
  /// bracket is JSON, and any other is YAML.
  ///
  /// - Parameter name: the file's name, for diagnostics.
  /// - Throws: `InvalidScenario` with the place of the first fault. Cost: linear in the text.
  package init(_ bytes: [UInt8], name: String) throws(InvalidScenario) {
    let text = CaseText(file: name)
    if Self.isYAML(bytes, name: name) {
      var reader = YAMLReader(bytes, file: name)
      var cases: [TestCase] = []
      for document in try reader.documents() {
        cases += try Self.cases(document.value, document.text)
      }
      self.cases = cases
      return
    }
    do {
      cases = try Self.cases(try JSONDocument(parsing: bytes).root, text)
    } catch let error as JSONError {
      guard error.code == .trailingText || Self.hasLines(bytes) else {
        throw InvalidScenario(error.diagnostic(file: name))
      }
      cases = try Self.lines(bytes, name: name)
    } catch let error as InvalidScenario {
      throw error
    } catch {
      throw InvalidScenario("\(error)", file: name, position: nil)
    }
  }

  private static func isYAML(_ bytes: [UInt8], name: String) -> Bool {
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return true }
    guard let first = bytes.drop(while: isBlank).first else { return false }
    // A byte order mark may stand before JSON too.
    return ![UInt8(ascii: "{"), UInt8(ascii: "["), 0xEF].contains(first)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }

  /// The cases of one JSON value.
  private static func cases(
    _ root: JSONValue, _ text: CaseText
  ) throws(InvalidScenario) -> [TestCase] {
    if let results = root["EvaluationResults"] {
      return try SimulationReader(text: text).cases(root, results)
    }
    let reader = ScenarioReader(text: text)
    guard let elements = root.elements else { return [try reader.testCase(root)] }
    var cases: [TestCase] = []
    for element in elements {
      cases.append(try reader.testCase(element))
    }
    return cases
  }

  // MARK: JSON Lines

  /// Whether the first line that is not blank is JSON by itself: a fault then stands in its line.
  private static func hasLines(_ bytes: [UInt8]) -> Bool {
    let line = bytes.drop(while: isBlank).prefix { $0 != 0x0A }
    return line.isEmpty || (try? JSONDocument(parsing: Array(line))) != nil
  }

  private static func lines(
    _ bytes: [UInt8], name: String
  ) throws(InvalidScenario) -> [TestCase] {
    var cases: [TestCase] = []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy(isBlank) {
      let text = CaseText(file: name, lineOffset: index)
      let document: JSONDocument
      do {
        document = try JSONDocument(parsing: Array(line))
      } catch {
        var diagnostic = error.diagnostic(file: name)
        diagnostic.position?.line += index
        throw InvalidScenario(diagnostic)
      }
      cases += try Self.cases(document.root, text)
    }
    return cases
  }
}
