import ArgumentParser
import Glibc
import Registry

/// Who writes, and why.
struct AuthorOptions: ParsableArguments {
  @Option(help: "Who writes; else $PERMREG_ACTOR, else $LOGNAME.")
  var actor: String?

  @Option(help: "Why, for the history.")
  var reason: String = ""

  @Flag(help: "Show what would change, and write nothing.")
  var dryRun = false

  /// The author of the revision. The name is a claim: anyone can give any.
  var author: Author {
    let name = actor ?? Environment["PERMREG_ACTOR"] ?? Environment["LOGNAME"] ?? "unknown"
    return Author(actor: name, userID: Int(getuid()), reason: reason)
  }
}
