import Foundation
import Testing

/// The rooms of the house, and what each may know of the others.
@Suite("imports point downwards only")
struct ImportDirectionTests {
  /// What each room may import of the others, from the bottom up. A room that is not listed fails.
  static let allowed: [String: Set<String>] = [
    "JSONText": [],
    "CActionCatalog": [],
    "ActionCatalog": ["CActionCatalog"],
    "PolicyLanguage": ["JSONText"],
    "Evaluation": ["PolicyLanguage"],
    "CSQLite": [],
    "CRegistrySchema": [],
    "SQLite": ["CSQLite"],
    "Registry": ["SQLite", "CRegistrySchema", "Evaluation", "PolicyLanguage", "JSONText"],
    "AWSExchange": ["Registry", "PolicyLanguage", "JSONText"],
    "RecordEditing": ["Registry", "PolicyLanguage", "JSONText"],
    "AccessQueries": ["ActionCatalog", "Registry", "Evaluation", "PolicyLanguage", "JSONText"],
    "AccessTests": ["AccessQueries", "Evaluation", "PolicyLanguage", "JSONText"],
    "CommandLineTool": [
      "AWSExchange", "AccessQueries", "AccessTests", "RecordEditing", "Registry", "SQLite",
      "Evaluation", "PolicyLanguage", "JSONText", "ActionCatalog",
    ],
    "permreg": ["CommandLineTool"],
    "BenchmarkOrganization": ["JSONText"],
    "permreg-bench": ["BenchmarkOrganization"],
  ]

  @Test("every room imports only what lies below it", arguments: rooms)
  func room(_ room: String) throws {
    let allowed = try #require(Self.allowed[room], "`\(room)` is not in the list of rooms")
    for file in try files(of: room) {
      let imports = try Self.imports(in: file).filter { Self.allowed[$0] != nil }
      let wrong = imports.subtracting(allowed).subtracting([room])
      #expect(wrong.isEmpty, "\(file.lastPathComponent) imports \(wrong.sorted())")
    }
  }

  @Test("the pure rooms read no file, no clock and no environment", arguments: pureRooms)
  func purity(_ room: String) throws {
    for file in try files(of: room) {
      let imports = try Self.imports(in: file)
      #expect(
        imports.isDisjoint(with: ["Foundation", "FoundationEssentials", "Glibc", "Dispatch"]))
    }
  }

  @Test("no source imports Foundation")
  func foundation() throws {
    for room in rooms {
      for file in try files(of: room) {
        #expect(try !Self.imports(in: file).contains("Foundation"), "\(file.lastPathComponent)")
      }
    }
  }

  static func imports(in file: URL) throws -> Set<String> {
    let text = try String(contentsOf: file, encoding: .utf8)
    let names = text.split(separator: "\n").compactMap { line -> String? in
      let words = line.split(separator: " ").map(String.init)
      guard let index = words.firstIndex(of: "import"), index < 2, words.count > index + 1 else {
        return nil
      }
      return words.last?.split(separator: ".").first.map(String.init)
    }
    return Set(names)
  }
}

private let pureRooms = ["JSONText", "PolicyLanguage", "Evaluation"]

private let sources = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

private let rooms: [String] =
  (try? FileManager.default.contentsOfDirectory(atPath: sources.path).sorted()) ?? []

private func files(of room: String) throws -> [URL] {
  let folder = sources.appending(path: room)
  let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
  return (found?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
}
