import AccessQueries
package import Evaluation

/// The decision that a case expects.
package enum Expectation: String, CaseIterable, Sendable {
  case allowed = "Allowed"
  case implicitlyDenied = "ImplicitlyDenied"
  case explicitlyDenied = "ExplicitlyDenied"
  /// Denied either way; for cases that ask the registry.
  case denied = "Denied"
  /// It hangs on keys that the case leaves open; for cases that ask the registry.
  case conditional = "Conditional"

  init(_ verdict: Verdict) {
    switch verdict {
    case .allowed: self = .allowed
    case .implicitlyDenied: self = .implicitlyDenied
    case .explicitlyDenied: self = .explicitlyDenied
    }
  }

  /// The verdict that the expectation names exactly, if it names one.
  package var verdict: Verdict? { Verdict(rawValue: rawValue) }

  /// Whether an answer is as expected. An answer that is not certain is no denial.
  func isMet(by outcome: Outcome, _ verdict: Verdict) -> Bool {
    switch self {
    case .allowed: outcome == .allowed
    case .conditional: outcome == .conditional
    case .denied: outcome == .denied
    case .implicitlyDenied, .explicitlyDenied: outcome == .denied && self.verdict == verdict
    }
  }
}
