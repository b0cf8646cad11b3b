package import JSONText
package import Registry

/// How an import is made.
package struct ImportOptions: Sendable {
  /// When AWS was asked, as RFC 3339; the manifest's times count before it, the clock after it.
  package var collectedAt: String?
  /// Whether every file is taken to show all there is, so that what it no longer shows is removed.
  package var assumeComplete = false
  /// Whether input older than what the registry knows is taken.
  package var allowBackfill = false
  /// Whether the registry stays as it is.
  package var isDryRun = false

  package init() {}
}

/// What an import did and found.
package struct ImportReport: Sendable {
  /// The revision that it made; `nil` where nothing changed.
  package var revision: Revision?
  /// What was added, changed and removed.
  package var tally: ChangeTally
  /// How many files were read, the manifest among them.
  package var files = 0
  /// How many bytes they have.
  package var bytes = 0
  /// How many policy documents were met, each time that one stands in a file.
  package var documents = 0
  /// How many statements those documents have.
  package var statements = 0
  /// What is wrong with documents that were stored and marked invalid.
  package var invalid: [Diagnostic] = []
  /// The files that hold nothing known.
  package var unrecognised: [String] = []
  /// The scopes in which nothing was removed, because the input does not prove that it shows all.
  package var notCompared: [String] = []
  /// What else should be known: conflicts, statements about other resources, names without a bearer.
  package var notes: [Diagnostic] = []

  package init(tally: ChangeTally) {
    self.tally = tally
  }
}

/// How far an import has come.
package struct ImportProgress: Sendable {
  package var filesDone: Int
  package var filesTotal: Int
  package var bytesDone: Int
  package var bytesTotal: Int
}

/// Why an import stopped. The registry is as it was.
package struct ImportError: Error, Sendable, CustomStringConvertible {
  /// What is wrong, with file, line and column where there are any.
  package let diagnostic: Diagnostic

  package init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }

  package init(_ code: String, _ message: String, file: String? = nil) {
    diagnostic = Diagnostic(.error, code, message, file: file)
  }

  package var description: String { DiagnosticPrinter().description(of: diagnostic) }
}
