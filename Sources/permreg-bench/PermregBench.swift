import ArgumentParser

/// Generates organizations to measure permreg with.
@main
struct PermregBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "permreg-bench",
    abstract: "Generate organizations, and measure permreg with them.",
    subcommands: [Generate.self, Measure.self])
}
