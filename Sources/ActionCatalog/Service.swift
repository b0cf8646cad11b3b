extension ActionCatalog {
  /// A service: its resource types and condition keys, and its actions, which are read when they
  /// are asked for.
  package struct Service: Sendable {
    /// The prefix of its actions, such as `lambda`.
    package let prefix: String
    /// AWS's name for it, such as `AWS Lambda`.
    package let name: String
    /// Its resource types, in order of name.
    package let resourceTypes: [ResourceType]
    /// The condition keys that its actions and resource types name, in order; keys that any request
    /// can have are among them where the reference lists them with the service.
    package let conditionKeys: [ConditionKey]
    /// The lines of its actions.
    let actionLines: TextLines
    /// Whether the facts say which API operations its actions authorize.
    let knowsOperations: Bool

    /// Reads a block, all but its actions.
    init(_ block: ServiceBlock) {
      let head = block.head.fields
      let prefix = head[0]
      let keys = block.conditionKeys.compactMap { Service.conditionKey(of: $0, prefix: prefix) }
      self.prefix = prefix
      name = head[1]
      knowsOperations = head[2] == "operations"
      conditionKeys = keys
      resourceTypes = block.resourceTypes.map {
        Service.resourceType(of: $0, prefix: prefix, keys: keys)
      }
      actionLines = block.actions
    }

    /// Every action, in order of name without regard to case. Linear in their number.
    package var actions: [Action] { actionLines.compactMap(action) }

    /// The names of the actions, in the same order; reads less than ``actions`` does.
    package var actionNames: [String] { actionLines.map(\.name) }

    /// Each action with the name of each of its operations and with its own name, none twice; empty
    /// where the operations are not known.
    var operationNames: [(operation: String, action: String)] {
      guard knowsOperations else { return [] }
      return actionLines.flatMap { line in
        let fields = line.fields
        let others = Service.operations(in: fields[5], of: fields[0]).filter { $0 != fields[0] }
        return ([fields[0]] + others).map { ($0, fields[0]) }
      }
    }

    /// The action with a name, whatever its case. Logarithmic in the number of actions.
    package func action(named name: String) -> Action? {
      actionLines.line(named: name).flatMap(action)
    }

    /// The resource type with a name.
    package func resourceType(named name: String) -> ResourceType? {
      resourceTypes.first { $0.name == name }
    }

    /// The condition key that a policy means, whatever its case.
    package func conditionKey(_ written: String) -> ConditionKey? {
      conditionKeys.first { $0.matches(written) }
    }

    /// The condition keys of a request for an action beside those that any request can have: the
    /// action's own and those of its resource types, in order.
    package func conditionKeys(of action: Action) -> [ConditionKey] {
      let types = action.resourceTypes.compactMap { resourceType(named: $0.name) }
      let names = Set(action.conditionKeys.map(\.name) + types.flatMap(\.conditionKeys))
      return conditionKeys.filter { names.contains($0.name) }
    }

    /// The resource types whose ARN format an ARN without wildcards has; the narrowest if several
    /// fit in unlike ways. Some forms are one form: `function:orders:prod` is a function alias and
    /// a function version.
    package func resourceTypes(matching arn: String) -> [ResourceType] {
      for reach in ARNVariableReach.allCases {
        let fitting = resourceTypes.compactMap { type in
          type.literalCount(matching: arn, reach: reach).map { (type, count: $0) }
        }
        guard let narrowest = fitting.map(\.count).max() else { continue }
        return fitting.filter { $0.count == narrowest }.map(\.0)
      }
      return []
    }

    /// The actions whose name a pattern covers, in order of name.
    func actions(matching pattern: WildcardPattern) -> [Action] {
      actionLines.compactMap { pattern.matches($0.name.utf8) ? action(of: $0) : nil }
    }
  }
}
