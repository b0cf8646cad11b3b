import JSONText

/// A condition key is a prefix and a name with a colon between, and a key for tags names the tag.
///
/// Source: IAM User Guide, "IAM Access Analyzer policy check reference".
enum ConditionKeyRule: PolicyRule {
  static func check(_ policy: PolicySubject) -> [Diagnostic] {
    policy.conditions.compactMap { fault(of: $0.member) }
  }

  private static func fault(of member: JSONMember) -> Diagnostic? {
    let key = member.key
    let parts = key.utf8.split(
      separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
      return .invalidConditionKey(key, member)
    }
    let tag = key.utf8.split(
      separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
    let isTagKey = ["aws:requesttag", "aws:resourcetag", "aws:principaltag"]
      .contains(Substring(tag[0]).lowercased())
    return isTagKey && (tag.count < 2 || tag[1].isEmpty) ? .missingTagKey(key, member) : nil
  }
}

extension Diagnostic {
  fileprivate static func invalidConditionKey(_ key: String, _ member: JSONMember) -> Diagnostic {
    Diagnostic(
      .error, "invalid-condition-key-format", "`\(key)` is no condition key",
      position: member.keyPosition
    ).with(help: "write a prefix and a name, as in `aws:SourceArn`")
  }

  fileprivate static func missingTagKey(_ key: String, _ member: JSONMember) -> Diagnostic {
    Diagnostic(
      .error, "missing-tag-key-in-condition", "the condition key `\(key)` names no tag",
      position: member.keyPosition
    ).with(help: "write the tag behind a slash, as in `aws:ResourceTag/team`")
  }
}
