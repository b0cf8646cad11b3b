/// Why a scenario cannot be evaluated: its text or one of its policies is not valid.
package struct InvalidScenario: Error, Sendable, CustomStringConvertible {
  /// What is wrong, with the id of the rule where one is broken.
  package var description: String

  /// An error with this sentence.
  init(_ description: String) {
    self.description = description
  }
}
