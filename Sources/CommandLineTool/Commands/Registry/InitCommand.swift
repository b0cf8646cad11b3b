import ArgumentParser
import JSONText
import Registry

/// `permreg init`: makes an empty registry.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make an empty registry.",
    discussion: """
      The file is readable by its owner alone. An existing file is never touched.

      Example:
        permreg init --registry production.db
      """)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let path = options.path
    try options.checkWriting()
    guard !FileSystem.exists(path) else { throw existing(path) }
    _ = try RegistryFile.create(at: path)
    let place = options.registryPath == nil ? "" : " --registry \(path)"
    options.say(
      """
      made the registry `\(path.terminalEscaped)`
      next: `permreg import\(place.terminalEscaped) PATH` reads what the AWS CLI printed; \
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
