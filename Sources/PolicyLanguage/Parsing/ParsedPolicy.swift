package import JSONText

/// What reading a policy document gave.
package struct ParsedPolicy: Sendable {
  /// The document; `nil` if it is not valid, which any error among the diagnostics makes it.
  package var document: PolicyDocument?
  /// The errors, warnings and suggestions in the order of the text.
  package var diagnostics: [Diagnostic]

  package init(document: PolicyDocument?, diagnostics: [Diagnostic]) {
    self.document = document
    self.diagnostics = diagnostics
  }
}
