import Foundation
import Testing

@Suite("On a terminal")
struct TerminalTests {
  private let directory: URL

  init() throws {
    directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("permreg-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Transcript.folder("Fixtures"), to: directory)
    _ = try PseudoTerminal(["init"], in: directory)
  }

  private func run(
    _ command: String, columns: UInt16 = 80, environment: [String: String] = ["TERM": "xterm"]
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      command.split(separator: " ").map(String.init), in: directory, columns: columns,
      environment: environment)
  }

  @Test("import draws a bar to its end, and takes it away")
  func progress() throws {
    let session = try run("import account.json")
    #expect(session.status == 0)
    #expect(session.text.contains("[########################################] 100 %"))
    #expect(!session.lines.contains { $0.contains("100 %") })
  }

  @Test("import with -q draws none")
  func quiet() throws {
    #expect(try !run("import -q account.json").text.contains("%"))
  }

  @Test(
    "an error is coloured, unless something asks for none",
    arguments: [
      (command: "list rol", environment: ["TERM": "xterm"], isColored: true),
      ("list rol --no-color", ["TERM": "xterm"], false),
      ("list rol", ["TERM": "xterm", "NO_COLOR": "1"], false),
      ("list rol", ["TERM": "dumb"], false),
    ])
  func color(command: String, environment: [String: String], isColored: Bool) throws {
    let session = try run(command, environment: environment)
    #expect(session.status == 64)
    #expect(session.text.contains("\u{1B}[") == isColored)
    #expect(session.lines.contains { $0.hasPrefix("error: ") })
  }

  @Test("tables keep within the columns", arguments: [80, 120] as [UInt16])
  func width(columns: UInt16) throws {
    _ = try run("import account.json")
    for command in ["list role", "log", "status", "who-can invoke", "show role app"] {
      let session = try run(command, columns: columns)
      #expect(session.lines.allSatisfy { $0.unicodeScalars.count <= Int(columns) }, "\(command)")
    }
  }

  @Test("a reader that goes away ends the command without a complaint")
  func closedPipe() throws {
    _ = try run("import account.json")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "{ \"$0\" catalog list --format ndjson; echo \"ended $?\" >&2; } | head -n 1",
      Transcript.binary.path,
    ]
    process.currentDirectoryURL = directory
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let printed = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let reported = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(printed.split(separator: "\n").count == 1)
    #expect(reported == "ended 0\n")
  }

  @Test("an answer that cannot be written is an error")
  func fullDevice() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "\"$0\" catalog list lambda > /dev/full", Transcript.binary.path]
    process.currentDirectoryURL = directory
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let reported = String(
      decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    #expect(reported.contains("error: the answer cannot be written"))
  }
}
