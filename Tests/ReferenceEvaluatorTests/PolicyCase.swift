import ReferenceEvaluator
import Testing

/// A scenario of a table: what differs from the ordinary one, and what is expected.
///
/// The ordinary scenario is alice of account 111122223333 invoking the function `orders`.
struct PolicyCase: Sendable, CustomTestStringConvertible {
  static let alice = #""arn:aws:iam::111122223333:user/alice""#
  static let session = #""arn:aws:sts::111122223333:assumed-role/deployer/build-42""#
  static let federatedAlice = #""arn:aws:sts::111122223333:federated-user/alice""#
  static let orders = "arn:aws:lambda:us-east-1:111122223333:function:orders"

  var name: String
  var principal = alice
  var action = "lambda:InvokeFunction"
  var resource = orders
  var context = "{}"
  /// More members of the request, such as `,"wildcardOnlyAction":true`.
  var request = ""
  /// The members of `policies`, each as JSON text: a document or a list.
  var policies: [String: String] = [:]
  var verdict: Verdict = .allowed
  var uncertain: Set<OpenRule> = []

  var testDescription: String { name }

  var scenario: Scenario {
    get throws {
      let layers = policies.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
      return try Scenario(
        json: """
          {"id":"case","request":{"principal":\(principal),"action":"\(action)",\
          "resource":"\(resource)","context":\(context)\(request)},\
          "policies":{\(layers.joined(separator: ","))}}
          """)
    }
  }

  /// Evaluates the scenario and compares.
  func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let decision = try referenceDecision(of: scenario)
    #expect(decision.verdict == verdict, "\(name)", sourceLocation: sourceLocation)
    #expect(decision.uncertain == uncertain, "\(name)", sourceLocation: sourceLocation)
  }
}

/// Policy documents as JSON text, for tables.
enum Document {
  /// One document of the current version with these statements.
  static func of(_ statements: String...) -> String {
    #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#
  }

  static let allowAll = of(#"{"Effect":"Allow","Action":"*","Resource":"*"}"#)
  static let denyAll = of(#"{"Effect":"Deny","Action":"*","Resource":"*"}"#)
  /// Allows something, but not what the ordinary scenario asks.
  static let silent = of(#"{"Effect":"Allow","Action":"dynamodb:GetItem","Resource":"*"}"#)
  /// A resource control policy as AWS attaches it everywhere.
  static let allowEveryone = of(
    #"{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}"#)

  /// A resource policy that allows, or denies, everything to `principal`, a JSON text.
  static func naming(_ principal: String, effect: String = "Allow") -> String {
    of(#"{"Effect":"\#(effect)","Principal":\#(principal),"Action":"*"}"#)
  }
}
