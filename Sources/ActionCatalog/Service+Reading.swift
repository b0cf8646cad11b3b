// INVARIANT: every code of a block stands for a line of it, and every letter for a case; the tests
// of the embedded facts hold them to it. Reading stays total all the same: what breaks the rule is
// passed over.
extension ActionCatalog.Service {
  /// The action of a line.
  func action(of line: TextLine) -> ActionCatalog.Action? {
    let fields = line.fields
    let level = fields[1]
    guard let accessLevel = ActionCatalog.AccessLevel(letter: level.first) else { return nil }
    return ActionCatalog.Action(
      service: prefix,
      name: fields[0],
      accessLevel: accessLevel,
      resourceTypes: FactCode.parse(fields[2]).filter { resourceTypes.indices ~= $0.index }.map {
        .init(
          name: resourceTypes[$0.index].name, isRequired: $0.isRequired, isFromGuide: $0.isFromGuide
        )
      },
      conditionKeys: FactCode.parse(fields[3]).filter { conditionKeys.indices ~= $0.index }.map {
        .init(name: conditionKeys[$0.index].name, isFromGuide: $0.isFromGuide)
      },
      dependentActions: Self.names(in: fields[4]).map { Self.expanded($0, prefix: prefix) },
      operations: knowsOperations ? Self.operations(in: fields[5], of: fields[0]) : nil,
      isPermissionOnly: knowsOperations ? level.hasSuffix("p") : nil)
  }

  /// The API operations that a field says an action authorizes.
  static func operations(in field: String, of action: String) -> [String] {
    switch field {
    case "": [action]
    case "-": []
    default: names(in: field)
    }
  }

  /// The resource type of a line.
  static func resourceType(
    of line: TextLine, prefix: String, keys: [ActionCatalog.ConditionKey]
  ) -> ActionCatalog.ResourceType {
    let fields = line.fields
    let format = fields[2]
    let own = "\(prefix):${Region}:${Account}:"
    return ActionCatalog.ResourceType(
      name: fields[1],
      arnFormat: "arn:${Partition}:" + (format.hasPrefix("~") ? own + format.dropFirst() : format),
      conditionKeys: FactCode.parse(fields[3]).filter { keys.indices ~= $0.index }
        .map { keys[$0.index].name })
  }

  /// The condition key of a line.
  static func conditionKey(of line: TextLine, prefix: String) -> ActionCatalog.ConditionKey? {
    let fields = line.fields
    return ActionCatalog.ConditionKey(
      name: expanded(fields[2], prefix: prefix), letters: fields[1])
  }

  private static func names(in field: String) -> [String] {
    field.split(separator: ",").map(String.init)
  }

  private static func expanded(_ name: String, prefix: String) -> String {
    name.hasPrefix(":") ? prefix + name : name
  }
}
