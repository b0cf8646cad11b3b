import ArgumentParser
import JSONText
import Registry
import SQLite

/// `permreg backup`: a copy of the registry, while others may write.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the registry into a new file, while others may write.",
    discussion: """
      The copy is of one moment, is readable by its owner alone, and is checked before this command \
      says that it is done. An existing file is never overwritten.

      EXAMPLES:
        permreg backup permreg-2026-08-01.db
      """)

  @Argument(help: "The file to make.", completion: .file())
  var file: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    guard options.asOf == nil else {
      throw CommandFailure("`backup` copies the whole history, and `--as-of` means a part of it")
    }
    guard !FileSystem.exists(file) else {
      throw CommandFailure("`\(file)` exists", hint: "name a file that is not there yet")
    }
    let bar = ProgressBar(isShown: Terminal.standardError.isInteractive && !options.quiet)
    defer { bar.clear() }
    let head = try copy { bar.show(done: $0, of: $1) }
    bar.clear()
    let size = FileSystem.size(file).map { ", \($0.grouped) bytes" } ?? ""
    options.say("copied the registry to `\(file.terminalEscaped)`\(size)")
    if let head { options.say("@\(head.number) \(head.hash.hexadecimal)") }
  }

  private func copy(progress: @escaping (Int, Int) -> Void) throws -> Revision? {
    do {
      return try RegistryFile.backUp(options.path, to: file, progress: progress)
    } catch let error as SQLiteError where error.code == .SQLITE_CANTOPEN && error.path == file {
      throw CommandFailure(
        "`\(file)` cannot be made: \(error.message)",
        hint: "name a file in a folder that is there and can be written", status: .toolFailed)
    }
  }
}
