import ArgumentParser
import BenchmarkOrganization
import Glibc

/// `permreg-bench measure`: times the binary as a person runs it, a new process each time.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure start-up, import and questions of a permreg binary.",
    discussion: "Medians of whole processes, with the budget of each beside it.")

  @Option(help: "The binary.", completion: .file())
  var permreg: String

  @Option(help: "IAM users and roles of the generated organization.")
  var principals = 1000

  @Option(help: "Runs of each measurement.")
  var runs = 15

  func run() throws {
    let folder = try Workplace()
    let options = try OrganizationOptions(principals: principals, seed: 1)
    let facts = try OrganizationGenerator(options).write(to: folder.path + "/export")
    let registry = folder.path + "/registry.db"
    try report("start-up", budget: "5 ms", runs, ["--version"])
    try Child(permreg, ["init", "--registry", registry]).wait()
    let seconds = try Child.seconds(
      permreg, ["import", "--registry", registry, folder.path + "/export"])
    let rate = Double(facts.bytes) / 1e6 / seconds
    print(
      "import        \(Self.rounded(seconds * 1000)) ms, \(Self.rounded(rate)) MB/s (budget 50 MB/s)"
    )
    let function = facts.names.identityOnlyFunction
    try report(
      "who-can", budget: "15 ms at 50,000 principals", runs,
      ["who-can", "invoke", function, "--registry", registry])
    try folder.remove()
  }

  private func report(
    _ name: String, budget: String, _ runs: Int, _ arguments: [String]
  ) throws {
    let times = try (0..<max(runs, 1)).map { _ in try Child.seconds(permreg, arguments) * 1000 }
    let sorted = times.sorted()
    let padded = name + String(repeating: " ", count: max(14 - name.count, 1))
    print(
      "\(padded)\(Self.rounded(sorted[sorted.count / 2])) ms median, "
        + "\(Self.rounded(sorted[0])) ms least (budget \(budget))")
  }

  private static func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
