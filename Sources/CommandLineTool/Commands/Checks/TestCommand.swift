import AccessQueries
import AccessTests
import ActionCatalog
import ArgumentParser
import Registry

/// Runs scenario files.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the cases of scenario files and compare the decisions.",
    discussion: """
      A file is JSON Lines, JSON or YAML. A case has a `request` with its own `policies`, or asks the \
      registry: `can` with principal, action and resource, or `whoCan` with action and resource and \
      the exact list of principals as `expected`. What `aws iam simulate-principal-policy` and \
      `simulate-custom-policy` printed is compared with what permreg decides.

      Further format: junit.

      EXAMPLES:
        permreg test access.yaml --coverage
        permreg test cases.jsonl --format ndjson
        permreg test simulated.json --principal role/app
      """)

  @Argument(help: "Files of cases; - is standard input.", completion: .file())
  var files: [String]

  @Flag(help: "List the statements of the registry that no case exercised.")
  var coverage = false

  @Option(
    help: ArgumentHelp(
      "Whom saved simulations were made for, where the file does not tell.", valueName: "principal"
    ))
  var principal: String?

  @Option(
    name: .customLong("policy"),
    help: ArgumentHelp(
      "A policy given to simulate-custom-policy; may be repeated.", valueName: "file"),
    completion: .file())
  var policies: [String] = []

  @OptionGroup var options: GlobalOptions

  func run() throws {
    if coverage, ![.common(.table), .common(.json)].contains(options.formatChoice) {
      throw CommandFailure(
        "`--coverage` is told in a table or in JSON", hint: "leave `--format` out, or give json")
    }
    var simulation = SimulationInput(principal: principal)
    for name in policies {
      try simulation.add(policy: try InputFile.read(name), name: Self.display(name))
    }
    let cases = try files.flatMap { name in
      try ScenarioFile(try InputFile.read(name), name: Self.display(name)).cases
    }
    let asksRegistry = coverage || cases.contains { $0.asksRegistry(simulation) }
    let report = try asksRegistry ? ask(cases, simulation) : run(cases, simulation)
    report.print(options.formatChoice)
    if report.failedCount > 0 { throw ExitStatus.no.asError }
  }

  /// Runs cases that bring all they need.
  private func run(_ cases: [TestCase], _ simulation: SimulationInput) throws -> TestReport {
    let runner = CaseRunner(registry: nil, simulation: simulation)
    return TestReport(
      files: files.map(Self.display), results: try cases.map(runner.run), coverage: nil, head: nil)
  }

  /// Runs cases some of which ask the registry.
  private func ask(_ cases: [TestCase], _ simulation: SimulationInput) throws -> TestReport {
    try options.withSnapshot { snapshot, head in
      let queries = AccessQueries(snapshot)
      if coverage { queries.recordExercise() }
      let names = QuestionNames(snapshot: snapshot, options: options)
      let runner = CaseRunner(
        registry: AskedRegistry(queries: queries, names: names.forCases), simulation: simulation)
      let results = try cases.map(runner.run)
      return TestReport(
        files: files.map(Self.display), results: results,
        coverage: coverage ? try queries.coverage() : nil, head: head)
    }
  }

  private static func display(_ name: String) -> String { name == "-" ? "standard input" : name }
}

extension QuestionNames {
  /// The names as cases use them.
  fileprivate var forCases: RegistryNames {
    RegistryNames(
      action: { text in
        try named {
          let action = try action(text)
          return (action.fullName, action.takesNoResource)
        }
      },
      resource: { text, fullName in
        try named { try resource(text, for: try action(fullName)) }
      },
      principal: { text in try named { try subject(text) } })
  }

  /// Tells a name that means nothing from what else may go wrong.
  private func named<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as CommandFailure {
      throw UnknownName(error.message, hint: error.hint)
    } catch let error as NameError {
      throw UnknownName(error.description, hint: error.hint)
    }
  }
}
