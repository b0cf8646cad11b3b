import JSONText

/// A document as the rules look at it: its JSON, where every value has its place.
struct PolicySubject {
  let document: JSONValue
  let type: PolicyType
  let characterLimit: Int?
  /// The statements that are objects.
  let statements: [JSONValue]

  init(_ document: JSONValue, type: PolicyType, characterLimit: Int?) {
    self.document = document
    self.type = type
    self.characterLimit = characterLimit
    let statement = document["Statement"]
    let list = statement?.elements.map(Array.init) ?? statement.map { [$0] } ?? []
    statements = list.filter { $0.kind == .object }
  }

  /// Whether IAM itself stores documents of this type.
  var isStoredByIAM: Bool {
    switch type {
    case .identity, .permissionsBoundary, .session, .trust: true
    case .resource, .serviceControl, .resourceControl, .vpcEndpoint: false
    }
  }

  /// Whether the document's variables are processed.
  var hasVariables: Bool { document["Version"]?.string == PolicyVersion.v2012.rawValue }

  /// The strings of some elements of all statements, single or in lists.
  func strings(of elements: StatementElement...) -> [JSONValue] {
    statements.flatMap { statement in
      elements.flatMap { statement[$0.rawValue]?.oneOrMany ?? [] }
    }
    .filter { $0.kind == .string }
  }

  /// The members of all condition blocks under operators that are known.
  var conditions: [(operator: ConditionOperator, member: JSONMember)] {
    statements.flatMap { statement in
      (statement["Condition"]?.members.map(Array.init) ?? []).flatMap { block in
        guard let known = ConditionOperator(block.key), let members = block.value.members else {
          return [(operator: ConditionOperator, member: JSONMember)]()
        }
        return members.map { (known, $0) }
      }
    }
  }
}

extension JSONValue {
  /// The elements of an array, or this value alone.
  var oneOrMany: [JSONValue] { elements.map(Array.init) ?? [self] }
}
