import ActionCatalog
import ArgumentParser
import JSONText

/// `permreg catalog`: what AWS says of its actions.
struct CatalogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog", abstract: "Look up services and actions.",
    subcommands: [CatalogShowCommand.self, CatalogListCommand.self])
}

/// `permreg catalog show`: one action.
struct CatalogShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show an action: its access level, resources and condition keys.",
    discussion: """
      EXAMPLES:
        permreg catalog show lambda:InvokeFunction
        permreg catalog show invoke
      """)

  @Argument(help: "An action, lambda:InvokeFunction, or a verb of Lambda's, invoke.")
  var action: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let action = try CatalogText.action(self.action)
    let service = ActionCatalog.service(action.service)
    let keys = service?.conditionKeys(of: action).map(\.name) ?? []
    var table = Table(["fact", "value"])
    table.append(["action", action.fullName])
    table.append(["access level", action.accessLevel.rawValue])
    for use in action.resourceTypes {
      let format = service?.resourceType(named: use.name)?.arnFormat ?? use.name
      table.append([use.isRequired ? "resource (required)" : "resource", format])
    }
    for key in keys { table.append(["condition key", key]) }
    for other in action.dependentActions { table.append(["also needs", other]) }
    let envelope = Envelope(
      question: ["command": "catalog show", "action": .string(action.fullName)], revision: nil,
      answers: [CatalogText.json(of: action, conditionKeys: keys)])
    Report(envelope: envelope, table: table).print(options.format)
  }
}

/// `permreg catalog list`: the actions of a service.
struct CatalogListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the actions of a service, or the services.",
    discussion: """
      EXAMPLES:
        permreg catalog list
        permreg catalog list lambda
      """)

  @Argument(help: "The prefix of a service, such as lambda.")
  var service: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    guard let prefix = service else { return listServices() }
    guard let service = ActionCatalog.service(prefix) else {
      let nearest = CatalogText.prefixes(near: prefix)
      throw CommandFailure(
        "the catalog has no service `\(prefix)`",
        hint: nearest.isEmpty ? "`permreg catalog list` lists the services" : nearest)
    }
    let actions = service.actions
    var table = Table(["action", "access level", "resources"])
    for action in actions {
      let types = action.resourceTypes.map(\.name).joined(separator: ", ")
      table.append([action.fullName, action.accessLevel.rawValue, types])
    }
    let envelope = Envelope(
      question: ["command": "catalog list", "service": .string(service.prefix)], revision: nil,
      answers: actions.map { CatalogText.json(of: $0, conditionKeys: nil) })
    Report(envelope: envelope, table: table).print(options.format)
  }

  private func listServices() {
    let services = ActionCatalog.services
    var table = Table(["service", "name"])
    for service in services { table.append([service.prefix, service.name]) }
    let envelope = Envelope(
      question: ["command": "catalog list"], revision: nil,
      answers: services.map { ["service": .string($0.prefix), "name": .string($0.name)] })
    Report(envelope: envelope, table: table).print(options.format)
  }
}
