/// `Action` or `NotAction`: a list of action patterns.
package struct ActionElement: Hashable, Sendable {
  /// Whether this is `NotAction`: the statement then covers what no pattern matches.
  package var isNegated: Bool
  /// The patterns as written, such as `lambda:Invoke*`. They match without regard to case.
  package var patterns: [String]

  package init(_ patterns: [String], isNegated: Bool = false) {
    self.isNegated = isNegated
    self.patterns = patterns
  }
}
