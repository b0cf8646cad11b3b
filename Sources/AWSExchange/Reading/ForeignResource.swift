import PolicyLanguage

/// A statement's Resource that names something else than what carries the policy.
enum ForeignResource {
  /// Whether a pattern can match a request that the bearer's policy is asked about: one on the
  /// bearer itself or, for a function, on one of its versions and aliases.
  ///
  /// Source: Lambda developer guide, "Viewing resource-based IAM policies in Lambda".
  static func reaches(_ pattern: String, _ bearer: String) -> Bool {
    let glob = Glob(pattern)
    return glob.matches(bearer) || Glob.intersects(glob, Glob(bearer + ":*"))
  }
}
