/// One case of a scenario file: a request, inline policies, and perhaps the expected verdict.
///
/// It is kept as JSON, so that a failing case prints as what `permreg test` reads.
package struct Scenario: Sendable {
  /// The case, as in the scenario file.
  package var value: JSONValue

  /// A scenario of this JSON.
  package init(_ value: JSONValue) {
    self.value = value
  }

  /// Reads one line of a scenario file.
  ///
  /// - Throws: ``InvalidScenario`` where the text is not JSON.
  package init(json: String) throws(InvalidScenario) {
    value = try JSONReader.value(of: json)
  }

  /// The case as one line of a scenario file.
  package var json: String { value.text }

  /// The name of the case, empty where it has none.
  package var id: String {
    guard case .string(let id)? = value["id"] else { return "" }
    return id
  }

  /// The verdict that the case expects, if it says one.
  package var expected: Verdict? {
    guard case .string(let name)? = value["expected"] else { return nil }
    return Verdict(rawValue: name)
  }
}

/// The three results of an evaluation.
package enum Verdict: String, CaseIterable, Sendable {
  case allowed = "Allowed"
  case implicitlyDenied = "ImplicitlyDenied"
  case explicitlyDenied = "ExplicitlyDenied"
}
