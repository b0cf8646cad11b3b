import ArgumentParser
import RecordEditing

/// `permreg get-policy`: a function's policy.
struct GetPolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "get-policy",
    abstract: "Print the policy of a function, version or alias.",
    discussion: """
      Takes the flags of `aws lambda get-policy` and prints what it prints: a file that `permreg \
      import` reads.

      EXAMPLE:
        permreg get-policy --function-name orders --qualifier prod --as-of 2026-08-01
      """)

  @OptionGroup var function: FunctionOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let policy = try options.withSnapshot { snapshot, _ in
      try options.place(in: snapshot).policy(
        ofFunction: function.functionName, qualifier: function.qualifier)
    }
    AWSAnswer.policy(policy).print()
  }
}
