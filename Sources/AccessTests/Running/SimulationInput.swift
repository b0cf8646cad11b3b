import Evaluation
import JSONText
import PolicyLanguage

/// What the command line says of saved simulations.
package struct SimulationInput: Sendable {
  /// Whom they were made for; `nil` where the files tell.
  var principal: String?
  /// The policies that were given to `simulate-custom-policy`.
  private(set) var policies: [Passage] = []
  private(set) var compiled: [CompiledPolicy] = []

  package init(principal: String? = nil) {
    self.principal = principal
  }

  /// Adds a policy.
  ///
  /// - Throws: `InvalidScenario` with the place of the first fault.
  package mutating func add(policy bytes: [UInt8], name: String) throws(InvalidScenario) {
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: bytes)
    } catch {
      throw InvalidScenario(error.diagnostic(file: name))
    }
    let parsed = PolicyParser.parse(document.root)
    guard let policy = parsed.document else {
      var diagnostic =
        parsed.diagnostics.first { $0.severity == .error }
        ?? Diagnostic(.error, "invalid-policy", "not a valid policy")
      diagnostic.file = name
      throw InvalidScenario(diagnostic)
    }
    policies.append(Passage(value: document.root, text: CaseText(file: name)))
    compiled.append(CompiledPolicy(policy))
  }

  /// Whether policies were given: simulations are then judged by them alone.
  package var hasPolicies: Bool { !policies.isEmpty }
}
