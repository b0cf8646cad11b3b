import AccessQueries
import AccessTests
import Evaluation
import JSONText
import PolicyLanguage

extension CaseResult {
  /// The case as people find it: its id, else its place.
  var label: String {
    testCase.id.isEmpty ? place : testCase.id
  }

  /// The place of the case.
  var place: String {
    let position = testCase.passage.position
    return "\(testCase.passage.file):\(position.line):\(position.column)"
  }

  /// What was expected and what came.
  var comparison: String {
    if case .principals = failure?.evidence { return "the principals differ" }
    let found = decision.text
    if testCase.isSimulation {
      return "AWS's simulator says \(expected?.text ?? "nothing"), permreg says \(found)"
    }
    if failure?.isDecisionExpected == true { return "\(found) as expected, but otherwise decided" }
    return "expected \(expected?.text ?? "nothing"), got \(found)"
  }

  /// The failure on one line.
  var failureLine: String {
    let head = testCase.id.isEmpty ? place : "\(testCase.id) (\(place))"
    return (["failed: \(head): \(comparison)"] + reasons).joined(separator: "; ")
  }

  /// What decided, what stood in the way, and what came near; empty where the case passed.
  var reasons: [String] {
    guard let failure else { return [] }
    let evidence =
      switch failure.evidence {
      case .inline(let reasons): lines(of: reasons)
      case .answer(let answer): answer.reasonLines
      case .principals(let missing, let surplus):
        missing.map { "missing: \($0)" } + surplus.map(\.surplusLine)
      }
    let rests = uncertain.isEmpty ? [] : ["rests on \(uncertain.joined(separator: ", "))"]
    return evidence + failure.idleDeciders.map { "`\($0)` did not decide" } + rests
      + gap(failure.simulatorNotes)
  }

  private func lines(of reasons: InlineReasons) -> [String] {
    let file = testCase.passage.file
    if decision == .decision(Expectation.allowed.rawValue) {
      return reasons.allows.map { "allowed by \($0.place(seenFrom: file))" }
    }
    let misses = reasons.denies.isEmpty ? reasons.nearMisses : []
    return reasons.denies.map { "denied by \($0.place(seenFrom: file))" }
      + reasons.obstacles.compactMap(\.sentence)
      + misses.map { "near: \($0.place(seenFrom: file))\($0.shortcoming)" }
  }

  private func gap(_ notes: [String]) -> [String] {
    guard testCase.isSimulation else { return [] }
    if notes.isEmpty { return ["no reason for the difference is known"] }
    return notes.map { "AWS's simulator: \($0)" }
  }
}

extension PlacedStatement {
  /// The layer and the statement, with its place; the file is named where it is another one.
  fileprivate func place(seenFrom file: String) -> String {
    let place = "\(position.line):\(position.column)"
    return "\(reference.layer.kind.words), \(sid ?? "statement \(reference.statement + 1)") "
      + "(\(self.file == file ? place : "\(self.file):\(place)"))"
  }

  /// What of the statement did not match.
  fileprivate var shortcoming: String {
    let parts = failures.map { "another \($0)" } + clauses.map { "not \($0.line)" }
    return parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
  }
}

extension AccessAnswer {
  /// The reasons of an answer, one a line.
  fileprivate var reasonLines: [String] {
    let nearest = outcome == .denied && denies.isEmpty ? nearMisses : []
    let verb = outcome == .allowed ? "allowed" : "perhaps allowed"
    return (outcome == .denied ? [] : grants).map { "\(verb) by \($0.place)" }
      + denies.map { "denied by \($0.place)" }
      + conditionLines + togetherLines
      + (outcome == .denied ? obstacles.compactMap(\.sentence) : [])
      + nearest.map { "near: \($0.place)\($0.shortcoming)" }
      + unknownPolicies.map { "unknown: \($0.name)" }
  }

  /// The permissions that AWS decides together with the action and that are not certain.
  private var togetherLines: [String] {
    needed.filter { $0.need == .together && $0.outcome != .allowed }
      .map { "it needs \($0.action) as well, which is \($0.outcome.rawValue)" }
  }

  /// Somebody whom a list lacks, and how sure the access is.
  fileprivate var surplusLine: String {
    let doubt = outcome == .allowed ? "" : " (\(outcome.rawValue))"
    return "surplus: \(subject.name)\(doubt)\(because.isEmpty ? "" : " by \(because)")"
  }
}

extension Citation {
  /// What of a near miss did not match.
  fileprivate var shortcoming: String {
    let parts = failures.map { "another \($0)" } + open.map { "not \($0.line)" }
    return parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
  }
}

extension Explanation.Obstacle {
  /// What the layer lacks; a Deny is told by its statement.
  fileprivate var sentence: String? {
    reason == .noAllow ? "nothing allows it in the \(layer.kind.words)" : nil
  }
}

extension LayerKind {
  /// The layer as people call it.
  fileprivate var words: String {
    switch self {
    case .identity: "identity-based policies"
    case .boundary: "permissions boundary"
    case .session: "session policies"
    case .resource: "resource-based policy"
    case .serviceControl: "service control policies"
    case .resourceControl: "resource control policies"
    case .vpcEndpoint: "VPC endpoint policy"
    }
  }
}
