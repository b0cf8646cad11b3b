package import JSONText

/// Checks whether AWS would store a document: the grammar and dialect, and what the services and
/// IAM Access Analyzer's error checks demand beyond them without knowing any service's actions.
package enum PolicyValidator {
  /// Reads a document and checks it by all rules. The document is `nil` if there is any error.
  ///
  /// `characterLimit` replaces the type's own limit on the document's size, for inline policies.
  /// Cost: a few passes over the document.
  package static func validate(
    _ value: JSONValue, as type: PolicyType, characterLimit: Int? = nil
  ) -> ParsedPolicy {
    let parsed = PolicyParser.parse(value, as: type)
    let subject = PolicySubject(value, type: type, characterLimit: characterLimit)
    let found = parsed.diagnostics + rules.flatMap { $0.check(subject) }
    let isValid = !found.contains { $0.severity == .error }
    return ParsedPolicy(
      document: isValid ? parsed.document : nil, diagnostics: found.inTextOrder)
  }

  /// Reads a document from its text and checks it by all rules. Text that is not JSON gives a
  /// diagnostic too.
  package static func validate(
    _ text: [UInt8], as type: PolicyType, characterLimit: Int? = nil
  ) -> ParsedPolicy {
    do {
      let root = try JSONDocument(parsing: text).root
      return validate(root, as: type, characterLimit: characterLimit)
    } catch {
      return ParsedPolicy(document: nil, diagnostics: [error.diagnostic()])
    }
  }

  private static var rules: [any PolicyRule.Type] {
    [
      PolicySizeRule.self, DocumentCharactersRule.self, SidRule.self, ActionRule.self,
      ResourceRule.self, ConditionKeyRule.self, ConditionValuesRule.self, VariableRule.self,
    ]
  }
}

/// A demand on documents that are to be stored.
protocol PolicyRule {
  /// What is wrong with a document by this rule alone. A rule passes over values of a wrong shape;
  /// those the parser reports.
  static func check(_ policy: PolicySubject) -> [Diagnostic]
}
