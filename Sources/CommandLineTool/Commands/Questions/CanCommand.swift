import AccessQueries
import ActionCatalog
import ArgumentParser
import JSONText
import Registry

/// Tells whether one principal can do something.
struct CanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "can", abstract: "Tell whether a principal can perform an action, and why.",
    discussion: """
      EXAMPLES:
        permreg can role/deployer invoke orders-api-prod --explain
        permreg can s3.amazonaws.com invoke orders-api-prod \\
          --complete-context --context aws:SourceAccount=111122223333
        permreg can function/orders-api-prod s3:GetObject arn:aws:s3:::orders/1
        permreg can role/deployer create-function orders --region us-east-1 \\
          --passing-role role/app --with arn:aws:lambda:us-east-1:111122223333:layer:tools:3

      What the request needs beside, such as iam:PassRole, is answered too; where the request
      cannot do without, it counts for the exit status.
      """)

  @Argument(help: "A user, role, session, function, account, service, or anonymous.")
  var principal: String

  @Argument(help: "An action, lambda:InvokeFunction, or a verb of Lambda's, invoke.")
  var action: String

  @Argument(help: "A resource by ARN or name.")
  var resource: String?

  @Flag(help: "Tell everything that decided, stood in the way, or came near.")
  var explain = false

  @OptionGroup var parameters: ParameterOptions
  @OptionGroup var context: ContextOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let status: ExitStatus = try options.withSnapshot { snapshot, head in
      let names = QuestionNames(snapshot: snapshot, options: options)
      let action = try names.action(self.action)
      guard resource != nil || action.takesNoResource else {
        throw CommandFailure(
          "`\(action.fullName)` needs a resource",
          hint: "permreg can \(principal) \(self.action) ARN|NAME")
      }
      try AskedResource(of: action).check(resource ?? "*")
      var question = AccessQuestion(
        action: action.fullName, resource: try names.resource(resource ?? "*", for: action),
        takesNoResource: action.takesNoResource, context: try context.supplied(options))
      question.parameters = try parameters.parameters(names)
      let queries = AccessQueries(snapshot)
      let subject = try names.subject(principal)
      let answer = try queries.can(subject, question, isFull: explain)
      let result = QuestionResult(
        question: question, answers: [answer],
        assumptions: try queries.assumptions(of: question)
          + queries.assumptions(of: question, by: subject))
      let printer = AnswerPrinter(format: options.format, head: head)
      if options.format == .table {
        printer.explain(answer, result, isFull: explain)
      } else {
        printer.print([result], command: "can")
      }
      return Self.status(of: answer.overall)
    }
    if status != .yes { throw status.asError }
  }

  private static func status(of outcome: Outcome) -> ExitStatus {
    switch outcome {
    case .allowed: .yes
    case .denied: .no
    case .conditional, .unknown: .depends
    }
  }
}
