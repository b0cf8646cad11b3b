/// How people name an action on the command line: in full, or a Lambda action by the AWS CLI's
/// verb.
package enum ActionName {
  /// A verb of `aws lambda` and the action that it needs.
  package struct LambdaVerb: Sendable, Hashable {
    /// The verb, such as `update-function-code`.
    package let verb: String
    /// The full name of the action, such as `lambda:UpdateFunctionCode`.
    package let action: String
  }

  /// The verbs of Lambda, in order. A verb is an API operation in the AWS CLI's spelling; where an
  /// action has another name than its operations, or none, the name so spelled is a verb too.
  /// `invoke-url` is this project's own short form of `invoke-function-url`.
  package static let lambdaVerbs: [LambdaVerb] = {
    let names = ActionCatalog.service("lambda")?.operationNames ?? []
    let verbs = names.map {
      LambdaVerb(verb: hyphenated($0.operation), action: "lambda:\($0.action)")
    }
    let own = LambdaVerb(verb: "invoke-url", action: "lambda:InvokeFunctionUrl")
    return (verbs + [own]).sorted { $0.verb < $1.verb }
  }()

  /// The action that a full name or a Lambda verb means, whatever its case.
  package static func resolve(_ text: String) throws(UnknownAction) -> ActionCatalog.Action {
    if let action = ActionCatalog.action(text) { return action }
    let folded = text.folded
    if let found = lambdaVerbs.first(where: { $0.verb.utf8.elementsEqual(folded) }),
      let action = ActionCatalog.action(found.action)
    {
      return action
    }
    throw UnknownAction(text: text, suggestions: ActionCatalog.suggestions(for: text, limit: 3))
  }

  /// A name in the AWS CLI's spelling: a hyphen before each capital but the first, and small
  /// letters.
  private static func hyphenated(_ name: String) -> String {
    var verb: [UInt8] = []
    for byte in name.utf8 {
      if byte != byte.lowercased, !verb.isEmpty { verb.append(UInt8(ascii: "-")) }
      verb.append(byte.lowercased)
    }
    return String(decoding: verb, as: UTF8.self)
  }
}

/// A text that names no action of the catalog.
package struct UnknownAction: Error, Hashable {
  /// What was written.
  package let text: String
  /// What may have been meant, the likeliest first.
  package let suggestions: [String]
  /// The stable name of the error.
  package var code: String { "unknown-action" }
  /// What is wrong.
  package var message: String { "unknown action `\(text)`" }
  /// What to do about it.
  package var help: String? {
    guard let last = suggestions.last else { return nil }
    let others = suggestions.dropLast().map { "`\($0)`" }.joined(separator: ", ")
    return "did you mean " + (others.isEmpty ? "`\(last)`" : "\(others) or `\(last)`")
  }
}
