/// What is asked: one action on one resource by one caller, with the whole context.
struct Request {
  /// Who asks.
  var caller: Caller
  /// The action, `service:Name`.
  var action: String
  /// The ARN, or `*` where the action takes no resource.
  var resource: String
  /// The account that owns the resource, or nil where nothing tells.
  var resourceAccount: String?
  /// The values of each condition key, by the key's name in lower case. A key that is not here is
  /// absent: the context is complete and nothing is derived.
  private var context: [[UInt8]: [String]] = [:]

  /// Reads the `request` member of a scenario.
  init(_ value: JSONValue?) throws(InvalidScenario) {
    guard let value, case .string(let action)? = value["action"],
      case .string(let resource)? = value["resource"], action.parts(":").count == 2
    else { throw InvalidScenario("the request lacks `action` or `resource`") }
    caller = try Caller(value["principal"])
    self.action = action
    // A3.5: such an action is evaluated against `*`, whatever the scenario names.
    if case .bool(true)? = value["wildcardOnlyAction"] {
      self.resource = "*"
    } else {
      self.resource = resource
    }
    resourceAccount = try Request.account(of: self.resource, value, caller)
    context = try Request.context(value["context"])
  }

  /// The owner: the ARN's own account field, else `resourceAccount`; the caller's account for `*`.
  private static func account(
    of resource: String, _ value: JSONValue, _ caller: Caller
  ) throws(InvalidScenario) -> String? {
    if resource == "*" { return caller.account }
    let fields = resource.parts(":", maximum: 6)
    guard fields.count == 6 else { throw InvalidScenario("`\(resource)` is not an ARN") }
    if !fields[4].isEmpty { return fields[4] }
    guard case .string(let account)? = value["resourceAccount"] else { return nil }
    return account
  }

  private static func context(
    _ value: JSONValue?
  ) throws(InvalidScenario) -> [[UInt8]: [String]] {
    var context: [[UInt8]: [String]] = [:]
    guard let value else { return context }
    guard case .object(let members) = value else {
      throw InvalidScenario("the request's `context` is not an object")
    }
    for member in members {
      // B.1: key names are compared without case, so these two would be one key.
      guard context[member.name.foldedBytes] == nil else {
        throw InvalidScenario("the context repeats `\(member.name)`")
      }
      context[member.name.foldedBytes] = try values(of: member)
    }
    return context
  }

  private static func values(of member: JSONValue.Member) throws(InvalidScenario) -> [String] {
    guard let values = ScalarList.texts(of: member.value) else {
      throw InvalidScenario("the value of `\(member.name)` is not a list of strings")
    }
    return values
  }

  /// The values of a condition key, or nil where the key is absent. An empty list of values counts
  /// as absent: there is nothing to compare.
  func values(of key: String) -> [String]? {
    guard let values = context[key.foldedBytes], !values.isEmpty else { return nil }
    return values
  }
}

/// The one-or-many notation of the policy language.
enum ScalarList {
  /// A string, number or Boolean, or a list of these, as texts; nil for anything else.
  static func texts(of value: JSONValue) -> [String]? {
    guard case .array(let elements) = value else { return text(of: value).map { [$0] } }
    let texts = elements.compactMap { text(of: $0) }
    return texts.count == elements.count ? texts : nil
  }

  /// A string, or a list of strings; nil for anything else.
  static func strings(of value: JSONValue) -> [String]? {
    let elements = if case .array(let elements) = value { elements } else { [value] }
    let strings = elements.compactMap { element -> String? in
      guard case .string(let string) = element else { return nil }
      return string
    }
    return strings.count == elements.count ? strings : nil
  }

  private static func text(of value: JSONValue) -> String? {
    switch value {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    case .null, .array, .object: nil
    }
  }
}
