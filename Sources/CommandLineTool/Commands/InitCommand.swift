import ArgumentParser
import Glibc
import Registry

/// Makes a registry.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make a new, empty registry.",
    discussion: "EXAMPLE:\n  permreg init --registry org.db")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    guard access(options.path, F_OK) != 0 else {
      throw CommandFailure(
        "`\(options.path)` is there already",
        hint: "permreg status --registry \(options.path) tells what it holds",
        status: .toolFailed)
    }
    _ = try RegistryFile.create(at: options.path)
    StandardOutput.line("made \(options.path)")
    StandardOutput.line("next: permreg import DIRECTORY (permreg collect-script writes one)")
  }
}
