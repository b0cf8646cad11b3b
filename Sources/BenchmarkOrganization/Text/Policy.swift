import JSONText

/// Makes policy documents.
enum Policy {
  /// The language version that processes policy variables.
  static let version = "2012-10-17"

  /// A document with these statements, in the order that IAM keeps.
  static func document(_ statements: [JSON]) -> JSON {
    ["Version": .string(version), "Statement": .array(statements)]
  }

  /// A resource-based document as Lambda, SNS and others keep it, with an `Id`.
  static func document(id: String, _ statements: [JSON]) -> JSON {
    ["Version": .string(version), "Id": .string(id), "Statement": .array(statements)]
  }

  /// One Allow of some actions on every resource.
  static func allow(_ actions: [String], sid: String? = nil) -> JSON {
    var members: [JSON.Member] = []
    if let sid { members.append(.init("Sid", .string(sid))) }
    members.append(.init("Effect", "Allow"))
    members.append(
      .init("Action", actions.count == 1 ? .string(actions[0]) : .strings(actions)))
    members.append(.init("Resource", "*"))
    return .object(members)
  }
}
