import ArgumentParser
import JSONText
import RecordEditing
import Registry

/// `permreg init`: makes a registry.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a registry, with AWS's own policies for Lambda.",
    discussion: """
      The file is readable by its owner alone. An existing file is never touched. Its first revision \
      holds the AWS managed policies for Lambda; what an import says of them counts.

      Example:
        permreg init --registry production.db
      """)

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let path = options.path
    try options.checkWriting()
    guard !FileSystem.exists(path) else { throw existing(path) }
    let name = path.terminalEscaped
    if authorship.dryRun { return options.say("would make the registry `\(name)`") }
    let registry = Registry(try RegistryFile.create(at: path))
    _ = try registry.write(
      "init", by: authorship.author, observedAt: AWSManagedPolicy.observedAt
    ) { try AWSManagedPolicy.writeAll(to: $0) }
    let place = options.registryPath == nil ? "" : " --registry \(name)"
    options.say(
      """
      made the registry `\(name)` with \(AWSManagedPolicy.lambda.count) AWS managed policies
      next: `permreg import\(place) PATH` reads what the AWS CLI printed; \
      `permreg collect-script` prints a script that collects it
      """)
  }

  private func existing(_ path: String) -> CommandFailure {
    let isRegistry = (try? RegistryFile.openForReading(at: path)) != nil
    return isRegistry
      ? CommandFailure(
        "`\(path)` is a registry already", hint: "`permreg status` says what it holds",
        status: .usage)
      : CommandFailure(
        "`\(path)` exists, and is no registry", hint: "name another file with `--registry`",
        status: .usage)
  }
}
