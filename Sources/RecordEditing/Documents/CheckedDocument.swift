package import JSONText
package import PolicyLanguage

/// A policy document that AWS would store in a role.
package struct CheckedDocument: Sendable {
  /// The role that it plays.
  package let type: PolicyType
  package let root: JSONValue
  /// What could be better in it.
  package let warnings: [Diagnostic]

  /// Reads and checks a document.
  ///
  /// - Parameters:
  ///   - name: what the diagnostics call the text.
  ///   - characterLimit: the quota for its size, where it is not the type's own.
  /// - Throws: `RefusedDocument` with every fault and its place.
  package init(
    _ text: [UInt8], name: String? = nil, as type: PolicyType, characterLimit: Int? = nil
  ) throws(RefusedDocument) {
    self.type = type
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: text)
    } catch {
      throw RefusedDocument([error.diagnostic(file: name)], in: text, as: type)
    }
    root = document.root
    let found = PolicyValidator.validate(root, as: type, characterLimit: characterLimit).diagnostics
    let diagnostics = found.map { diagnostic in
      var placed = diagnostic
      placed.file = name
      return placed
    }
    warnings = diagnostics.filter { $0.severity != .error }
    guard warnings.count == diagnostics.count else {
      throw RefusedDocument(diagnostics, in: text, as: type)
    }
  }
}

/// A document that was refused, with every fault and its place.
package struct RefusedDocument: Error, Sendable {
  package let diagnostics: [Diagnostic]
  /// The text that the diagnostics point into.
  package let text: [UInt8]
  /// By which of its errors AWS would refuse it.
  package let error: EditError

  init(_ diagnostics: [Diagnostic], in text: [UInt8], as type: PolicyType) {
    self.diagnostics = diagnostics
    self.text = text
    let errors = diagnostics.filter { $0.severity == .error }
    let isTooLarge = errors.allSatisfy { $0.code == "policy-size-exceeds-quota" }
    error =
      isTooLarge
      ? EditError(.limitExceeded, "the document is too large for \(type)")
      : EditError(.malformedPolicyDocument, "the document cannot be \(type)")
  }
}
