import Foundation

extension Workshop {
  /// What a command printed and how it ended.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs a line of the shell in the folder, where `permreg` is the built binary.
  func shell(_ line: String) throws -> Outcome {
    let process = try startShell(line)
    return try outcome(of: process)
  }

  /// Starts a line of the shell in the folder, where `permreg` is the built binary.
  func startShell(_ line: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    let binaries = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
    process.environment = ["PATH": "\(binaries):/usr/bin:/bin", "PERMREG_ACTOR": "ada"]
    (process.standardOutput, process.standardError) = (Pipe(), Pipe())
    try process.run()
    return process
  }

  /// Waits for a line of the shell to end, however it ends.
  func outcome(of process: Process) throws -> Outcome {
    let streams = [process.standardOutput, process.standardError].map { stream in
      (stream as? Pipe)?.fileHandleForReading.readDataToEndOfFile() ?? Data()
    }
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: String(decoding: streams[0], as: UTF8.self),
      errors: String(decoding: streams[1], as: UTF8.self))
  }

  /// A policy document that `add-policy policy.json` takes.
  func writePolicy() throws {
    let document =
      #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}"#
    try Data(document.utf8).write(to: folder.appending(path: "policy.json"))
  }
}
