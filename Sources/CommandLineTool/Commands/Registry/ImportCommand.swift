import AWSExchange
import ArgumentParser
import JSONText
import Registry

/// `permreg import`: reads what the AWS CLI printed.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import what the AWS CLI printed, as one revision.",
    discussion: """
      Takes files and directories. Something is removed only where the input proves that it is \
      gone: by the collector's manifest, or by --complete. The same import twice changes nothing.

      EXAMPLES:
        permreg import ./export
        permreg import account-details.json --complete --collected-at 2026-08-01T06:00:00Z
        permreg import ./export --dry-run
      """)

  @Argument(help: "Files and directories.", completion: .file())
  var paths: [String]

  @Flag(help: "Take each file for all there is of its kind, account and Region.")
  var complete = false

  @Option(
    help: ArgumentHelp(
      "When AWS was asked, where no manifest says it; else now.", valueName: "instant"))
  var collectedAt: String?

  @Flag(help: "Accept input that is older than what is known.")
  var backfill = false

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let registry = try options.openForWriting()
    var settings = ImportOptions()
    settings.collectedAt = collectedAt
    settings.assumeComplete = complete
    settings.allowBackfill = backfill
    settings.isDryRun = authorship.dryRun
    let bar = ProgressBar(isShown: Terminal.standardError.isInteractive && !options.quiet)
    defer { bar.clear() }
    let report = try Importer(
      registry: registry, options: settings, author: authorship.author,
      progress: { bar.show(done: $0.bytesDone, of: $0.bytesTotal) }
    ).run(paths: paths)
    bar.clear()
    let printer = ImportPrinter(
      report: report, head: try registry.head, isDryRun: authorship.dryRun,
      isVerbose: options.verbose)
    if options.isForPeople {
      printer.print(isQuiet: options.quiet)
    } else {
      printer.report(of: paths).print(options.format)
    }
  }
}
