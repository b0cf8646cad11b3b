import AccessQueries
import PolicyLanguage
import Registry

extension PolicyHolding {
  /// The policy as people name it.
  var name: String {
    switch source {
    case .managed(let arn, let version, _): arn + (version.map { " " + $0 } ?? "")
    case .inline(let name, let holder): "\(name) of \(holder)"
    case .boundary(let arn, let version): "boundary " + arn + (version.map { " " + $0 } ?? "")
    case .resource(let arn): "policy of " + arn
    case .control(let arn, let name, let target):
      "\(name.isEmpty ? arn ?? "unknown" : name) on \(target)"
    }
  }

  /// What kind of policy it is, as answers call it.
  var type: String {
    switch source {
    case .managed: "managed-policy"
    case .inline: "inline-policy"
    case .boundary: "permissions-boundary"
    case .resource: "resource-policy"
    case .control: "control-policy"
    }
  }
}

extension Citation {
  /// The statement as people name it: its Sid, else its number.
  var label: String {
    sid.map { $0.isEmpty ? "statement \(statement + 1)" : $0 } ?? "statement \(statement + 1)"
  }

  /// Where to look it up.
  var place: String { "\(policy.name), \(label) (\(line):\(column))" }
}

extension ConditionClause {
  /// The clause on one line.
  var line: String { "\(self.operator) \(key) \(values.joined(separator: ", "))" }
}
