import AWSExchange
import ArgumentParser

/// `permreg collect-script`: prints a script that collects what `import` reads.
struct CollectScriptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect-script",
    abstract: "Print a shell script that collects an export with the AWS CLI.",
    discussion: """
      The script only reads. Run it where the AWS CLI is set up, then import the directory.

      EXAMPLE:
        permreg collect-script --regions us-east-1 eu-west-1 > collect.sh
        sh collect.sh ./export && permreg import ./export
      """)

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "The Regions to look into; without them, IAM and Organizations alone.", valueName: "region"))
  var regions: [String] = []

  @OptionGroup var options: GlobalOptions

  @Flag(help: "Leave Organizations out, which only its management account may ask.")
  var withoutOrganization = false

  func run() throws {
    let valid = Set(CollectScript.validRegions(regions))
    if let wrong = regions.first(where: { !valid.contains($0) }) {
      throw CommandFailure("`\(wrong)` is no Region", hint: "a Region is written us-east-1")
    }
    StandardOutput.write(
      CollectScript.text(regions: regions, includesOrganization: !withoutOrganization))
  }
}
