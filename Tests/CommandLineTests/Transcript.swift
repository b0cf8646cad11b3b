import Foundation
import Testing

/// A session of the built binary in a directory of its own, written down as a person would see it.
struct Transcript {
  private let directory: URL
  private(set) var text = ""
  /// What the last command printed to standard output, as it was.
  private(set) var output: [UInt8] = []

  /// What the last command printed to standard output, as it was.
  var original: String { String(decoding: output, as: UTF8.self) }

  init() throws {
    directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("permreg-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Self.folder("Fixtures"), to: directory)
  }

  /// Runs one command and writes down what it printed and how it ended; gives the exit status.
  @discardableResult
  mutating func run(_ command: String, input: String? = nil) throws -> Int32 {
    let process = Process()
    process.executableURL = Self.binary
    process.arguments = command.split(separator: " ").map(String.init)
    process.currentDirectoryURL = directory
    process.environment = ["PERMREG_ACTOR": "ada", "PATH": "/usr/bin:/bin"]
    let (output, errors, source) = (Pipe(), Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    process.standardInput = source
    try process.run()
    try source.fileHandleForWriting.write(contentsOf: Data((input ?? "").utf8))
    try source.fileHandleForWriting.close()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    let reported = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    self.output = Array(printed)
    text += "$ permreg \(Self.steady(Data(command.utf8)))\n"
    text += Self.steady(printed)
    text += Self.steady(reported).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map { "! \($0)\n" }.joined()
    text += "[\(process.terminationStatus)]\n\n"
    return process.terminationStatus
  }

  /// What one command prints on standard output, however it ends.
  mutating func output(of command: String) throws -> String {
    try run(command)
    return original
  }

  /// Forgets what was written down so far.
  mutating func forget() {
    text = ""
  }

  /// Compares the session with the one that is kept; `UPDATE_SNAPSHOTS=1` keeps this one instead.
  func matches(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = Self.folder("Transcripts").appendingPathComponent("\(name).txt")
    try? FileManager.default.removeItem(at: directory)
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(text == kept, sourceLocation: sourceLocation)
  }

  /// The permissions of a file of the session's directory.
  func mode(of name: String) throws -> Int {
    let path = directory.appendingPathComponent(name).path
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    return try #require(mode)
  }

  /// Writes a file into the session's directory.
  func write(_ content: [UInt8], to name: String) throws {
    try Data(content).write(to: directory.appendingPathComponent(name))
  }

  /// What a file of the session's directory holds.
  func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: directory.appendingPathComponent(name)))
  }

  static func folder(_ name: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(name)
  }

  static var binary: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("permreg")
  }

  /// The text with what differs from run to run named instead.
  private static func steady(_ data: Data) -> String {
    let text = String(decoding: data, as: UTF8.self)
    return
      text
      .replacing(/\d{4}-\d{2}-\d{2}T[\d:]{8}\.\d{3}Z/, with: "<instant>")
      .replacing(/[0-9a-f]{64}/, with: "<hash>")
      .replacing(/[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}/, with: "<uuid>")
      .replacing(/\(uid \d+\)/, with: "(uid <uid>)")
      .replacing(/"userID": ?\d+/, with: #""userID": <uid>"#)
      .replacing(/[\d,]+ bytes/, with: "<size> bytes")
      .replacing(/"bytes": ?\d+/, with: #""bytes": <size>"#)
  }
}
