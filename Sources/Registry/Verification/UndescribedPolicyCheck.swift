import SQLite

/// Derives `undescribed_policy` from the records: a policy stands there while an attachment or a
/// boundary points to it and no record describes it.
struct UndescribedPolicyCheck {
  let connection: Connection

  /// Throws the first fault.
  func run() throws {
    var policy = ""
    var spans = PolicySpans()
    try connection.visit(Self.spans) { row in
      let arn = try row.string(0)
      if arn != policy {
        try spans.check(policy)
        (policy, spans) = (arn, PolicySpans())
      }
      let span = try row.int(2)..<(try row.int(3))
      switch try row.string(1) {
      case "held": spans.held.append(span)
      case "described": spans.described.append(span)
      default: spans.listed.append(span)
      }
    }
    try spans.check(policy)
  }

  private static let spans = """
    SELECT resource.arn, span.role, span.from_revision, span.until_revision FROM (
      SELECT policy_id, 'held' AS role, from_revision, until_revision FROM policy_attachment
      UNION SELECT boundary_id, 'held', from_revision, until_revision FROM iam_role
        WHERE boundary_id IS NOT NULL
      UNION SELECT boundary_id, 'held', from_revision, until_revision FROM iam_user
        WHERE boundary_id IS NOT NULL
      UNION SELECT resource_id, 'described', from_revision, until_revision FROM managed_policy
      UNION SELECT policy_id, 'listed', from_revision, until_revision FROM undescribed_policy
    ) AS span JOIN resource ON resource.id = span.policy_id
    WHERE span.from_revision < span.until_revision
    ORDER BY resource.id, span.role, span.from_revision
    """
}

/// The revisions for which one policy was held, described and listed.
private struct PolicySpans {
  var held: [Range<Int>] = []
  var described: [Range<Int>] = []
  var listed: [Range<Int>] = []

  func check(_ policy: String) throws(RegistryFault) {
    let wanted = Self.difference(Self.union(held), Self.union(described))
    guard wanted != listed else { return }
    throw RegistryFault.difference(
      "undescribed_policy", policy, field: "from_revision, until_revision",
      found: Self.text(listed), expected: Self.text(wanted))
  }

  /// The spans joined where they touch.
  private static func union(_ spans: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, span.lowerBound <= last.upperBound {
        joined[joined.count - 1] =
          last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        joined.append(span)
      }
    }
    return joined
  }

  /// What of the first spans the second do not cover; both are sorted and apart.
  private static func difference(_ spans: [Range<Int>], _ holes: [Range<Int>]) -> [Range<Int>] {
    var rest: [Range<Int>] = []
    for span in spans {
      var start = span.lowerBound
      for hole in holes where hole.overlaps(span) {
        if start < hole.lowerBound { rest.append(start..<hole.lowerBound) }
        start = max(start, hole.upperBound)
      }
      if start < span.upperBound { rest.append(start..<span.upperBound) }
    }
    return rest
  }

  private static func text(_ spans: [Range<Int>]) -> String? {
    guard !spans.isEmpty else { return nil }
    return spans.map { span in
      "@\(span.lowerBound) until \(span.upperBound == Int.max ? "now" : "@\(span.upperBound)")"
    }.joined(separator: ", ")
  }
}
