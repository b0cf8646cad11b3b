/// `Resource` or `NotResource`: a list of resource patterns.
package struct ResourceElement: Hashable, Sendable {
  /// Whether this is `NotResource`: the statement then covers what no pattern matches.
  package var isNegated: Bool
  /// The patterns as written, policy variables included. They match with regard to case.
  package var patterns: [String]

  package init(_ patterns: [String], isNegated: Bool = false) {
    self.isNegated = isNegated
    self.patterns = patterns
  }
}
