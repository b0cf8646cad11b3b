import Foundation
import Glibc

/// A run of the built binary on a terminal of its own.
struct PseudoTerminal {
  /// What the terminal received, standard output and standard error together.
  let text: String
  let status: Int32

  /// Runs one command on a terminal of some columns.
  init(
    _ arguments: [String], in directory: URL, columns: UInt16 = 80,
    environment: [String: String] = ["TERM": "xterm"]
  ) throws {
    var (leader, follower): (Int32, Int32) = (-1, -1)
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&leader, &follower, nil, nil, &size) == 0 else { throw POSIXError(.ENOTTY) }
    let process = Process()
    process.executableURL = Transcript.binary
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.environment = environment
    let terminal = FileHandle(fileDescriptor: follower, closeOnDealloc: false)
    process.standardInput = terminal
    process.standardOutput = terminal
    process.standardError = terminal
    try process.run()
    close(follower)
    text = Self.everything(from: leader).replacing("\r\n", with: "\n")
    process.waitUntilExit()
    status = process.terminationStatus
    close(leader)
  }

  /// The lines as a person sees them in the end: what a carriage return overwrote is gone.
  var lines: [String] {
    text.split(separator: "\n").map { line in
      String(line.split(separator: "\r").last ?? "")
        .replacing(/\u{1B}\[[0-9;]*[A-Za-z]/, with: "")
    }
  }

  private static func everything(from descriptor: Int32) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      // Linux reports EIO once the last process has left the terminal.
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }
}
