import AccessQueries
import ActionCatalog
import ArgumentParser
import JSONText
import Registry

/// Lists everyone who can do something.
struct WhoCanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "who-can", abstract: "List everyone who can perform an action, and why.",
    discussion: """
      EXAMPLES:
        permreg who-can invoke orders-api-prod
        permreg who-can lambda:GetFunction orders-api-prod:live --format json
        permreg who-can invoke --complete-context --context aws:SourceIp=10.0.0.1
      """)

  @Argument(help: "An action, lambda:InvokeFunction, or a verb of Lambda's, invoke.")
  var action: String

  @Argument(help: "A resource by ARN or name; every function where it is left out.")
  var resource: String?

  @OptionGroup var context: ContextOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let status: ExitStatus = try options.withSnapshot { snapshot, head in
      let names = QuestionNames(snapshot: snapshot, options: options)
      let action = try names.action(self.action)
      let queries = AccessQueries(snapshot)
      let questions = try resources(action, names, snapshot).map { resource in
        AccessQuestion(
          action: action.fullName, resource: resource, takesNoResource: action.takesNoResource,
          context: try context.supplied(options))
      }
      let results = try questions.map { question in
        QuestionResult(
          question: question, answers: try queries.whoCan(question),
          assumptions: try queries.assumptions(of: question))
      }
      AnswerPrinter(format: options.format, head: head).print(results, command: "who-can")
      return Self.status(of: results.flatMap(\.answers))
    }
    if status != .yes { throw status.asError }
  }

  private func resources(
    _ action: ActionCatalog.Action, _ names: QuestionNames, _ snapshot: Snapshot
  ) throws -> [String] {
    if let resource {
      try AskedResource(of: action).check(resource)
      return [try names.resource(resource, for: action)]
    }
    if action.takesNoResource { return ["*"] }
    guard action.service == "lambda" else {
      throw CommandFailure(
        "`\(action.fullName)` needs a resource",
        hint: "permreg who-can \(action.fullName) ARN")
    }
    return try snapshot.functions(in: options.account, region: options.region)
  }

  private static func status(of answers: [AccessAnswer]) -> ExitStatus {
    if answers.contains(where: { $0.outcome == .allowed }) { return .yes }
    return answers.isEmpty ? .no : .depends
  }
}
