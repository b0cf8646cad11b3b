import Evaluation
import JSONText
import PolicyLanguage

/// A condition as it was printed in JSON, read by nothing but what is documented of the form.
struct PrintedCondition {
  private let tree: JSON

  /// Reads a printed tree.
  init(_ text: String) throws {
    tree = JSON(try JSONDocument(parsing: Array(text.utf8)).root)
  }

  /// Whether the condition holds for a complete context.
  func holds(_ context: [String: [String]]) throws -> Bool {
    try Self.holds(tree, RequestContext.complete(context))
  }

  /// A leaf that asks of a condition key.
  struct Clause {
    let key: String
    let `operator`: String
    let values: [String]

    /// The keys that the clause reads: its own, and those of its policy variables.
    var keys: [String] {
      [key]
        + values.flatMap { value in
          value.matches(of: /\$\{([^},]+)/).map { String($0.output.1) }
        }.filter { $0.contains(":") }
    }
  }

  /// The leaves; `nil` where one asks of something other than a condition key.
  var clauses: [Clause]? { Self.clauses(of: tree) }

  private static func clauses(of tree: JSON) -> [Clause]? {
    guard case .object(let members) = tree, let first = members.first else { return nil }
    switch (first.key, first.value) {
    case ("all", .array(let parts)), ("any", .array(let parts)):
      let all = parts.map { clauses(of: $0) }
      return all.contains { $0 == nil } ? nil : all.flatMap { $0 ?? [] }
    case ("not", let part): return clauses(of: part)
    case ("constant", _): return []
    case ("key", .string(let key)):
      guard case .string(let name)? = tree["operator"], case .array(let list)? = tree["values"]
      else { return nil }
      return [Clause(key: key, operator: name, values: list.compactMap(\.text))]
    default: return nil
    }
  }

  private static func holds(_ tree: JSON, _ context: RequestContext) throws -> Bool {
    switch (tree["all"], tree["any"], tree["not"], tree["constant"]) {
    case (.array(let parts)?, _, _, _): return try parts.allSatisfy { try holds($0, context) }
    case (_, .array(let parts)?, _, _): return try parts.contains { try holds($0, context) }
    case (_, _, let part?, _): return try !holds(part, context)
    case (_, _, _, .bool(let value)?): return value
    default: return try leafHolds(tree, context)
    }
  }

  /// A leaf is a clause of a policy: it holds where a policy with that clause allows.
  private static func leafHolds(_ leaf: JSON, _ context: RequestContext) throws -> Bool {
    guard let clause = clauses(of: leaf)?.first, let name = ConditionOperator(clause.operator)
    else { throw UnreadableLeaf(text: leaf.text()) }
    let statement = Statement(
      effect: .allow, action: ActionElement(["*"]), resource: ResourceElement(["*"]),
      conditions: [ConditionClause(name, key: clause.key, values: clause.values)])
    let policy = CompiledPolicy(PolicyDocument(version: .v2012, statements: [statement]))
    let request = AuthorizationRequest(
      caller: .iamUser(.init(.init(account: "111122223333"), name: "reader")),
      action: "lambda:InvokeFunction", resource: .any, context: context, takesNoResource: true)
    let decision = Evaluator.evaluate(request, PolicyLayers(identity: PolicyLayer([policy])))
    if decision.verdict == .allowed { return true }
    return !decision.uncertain.isEmpty && leaf["whenUncertain"] == true
  }

  /// A leaf that is not of the documented form.
  struct UnreadableLeaf: Error {
    let text: String
  }
}

extension JSON {
  fileprivate var text: String? {
    if case .string(let text) = self { text } else { nil }
  }
}
