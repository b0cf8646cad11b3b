package import AccessQueries
import JSONText

/// How the words of a case become what the registry knows. The command line gives its own rules, so
/// that a case may say whatever a command takes.
package struct RegistryNames {
  /// The full name of an action, and whether it takes no resource.
  package typealias NamedAction = (name: String, takesNoResource: Bool)

  let action: (String) throws -> NamedAction
  let resource: (_ text: String, _ action: String) throws -> String
  let principal: (String) throws -> Subject

  /// - Parameters:
  ///   - action: the action of a full name or a verb.
  ///   - resource: the ARN of a resource that an action is asked about.
  ///   - principal: whom a name means.
  package init(
    action: @escaping (String) throws -> NamedAction,
    resource: @escaping (_ text: String, _ action: String) throws -> String,
    principal: @escaping (String) throws -> Subject
  ) {
    self.action = action
    self.resource = resource
    self.principal = principal
  }
}

/// The registry that cases are asked of.
package struct AskedRegistry {
  let queries: AccessQueries
  let names: RegistryNames

  package init(queries: AccessQueries, names: RegistryNames) {
    self.queries = queries
    self.names = names
  }

  /// The question in the registry's names.
  ///
  /// - Throws: `InvalidScenario` at the question's place for a name that means nothing.
  func question(_ written: WrittenQuestion) throws -> AccessQuestion {
    let action = try named(written.passage) { try names.action(written.action) }
    guard written.resource != nil || action.takesNoResource else {
      throw written.passage.fault("`\(action.name)` needs a `resource`")
    }
    let resource = try named(written.passage) {
      try names.resource(written.resource ?? "*", action.name)
    }
    return AccessQuestion(
      action: action.name, resource: resource, resourceAccount: written.resourceAccount,
      takesNoResource: action.takesNoResource,
      context: SuppliedContext(values: written.context, isComplete: written.isComplete))
  }

  /// Whom a case means.
  ///
  /// - Throws: `InvalidScenario` at the given place for a name that means nobody.
  func subject(_ written: WrittenPrincipal, at passage: Passage) throws -> Subject {
    switch written {
    case .name(let text): try named(passage) { try names.principal(text) }
    case .service(let name): .service(name)
    case .identityProvider(let name): .identityProvider(name)
    case .anonymous: .anonymous
    }
  }

  private func named<Value>(_ passage: Passage, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as UnknownName {
      var fault = passage.fault(error.message).diagnostic
      fault.help = error.hint
      throw InvalidScenario(fault)
    }
  }
}

/// A word of a case that names nothing. What else goes wrong is no fault of the case.
package struct UnknownName: Error, Sendable {
  /// One sentence for a person.
  package let message: String
  /// What to write instead.
  package let hint: String?

  package init(_ message: String, hint: String?) {
    self.message = message
    self.hint = hint
  }
}
