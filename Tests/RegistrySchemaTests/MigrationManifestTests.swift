import CRegistrySchema
import Foundation
import Testing

@Suite("The compiled migrations are the files of the folder Migrations")
struct MigrationManifestTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Migrations")

  private static let files: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).sorted()
  }()

  @Test("the folder is found, and it holds nothing else")
  func folderIsFound() {
    #expect(!Self.files.isEmpty)
    #expect(Self.files.count == cregistryschema_migration_count())
  }

  @Test("a file is named by four digits, counted from 1 without gaps, and a name", arguments: files)
  func fileIsNamed(_ file: String) throws {
    let index = try #require(Self.files.firstIndex(of: file))
    let number = "000\(index + 1)".suffix(4)
    #expect(file.wholeMatch(of: /\d{4}_[a-z][a-z0-9_]*\.sql/) != nil)
    #expect(file.hasPrefix(number + "_"))
  }

  @Test("the program holds version, name and text of each file", arguments: files)
  func fileIsCompiledIn(_ file: String) throws {
    let index = try #require(Self.files.firstIndex(of: file))
    let migration = try #require(cregistryschema_migration_at(index)).pointee
    let name = String(file.dropFirst("0001_".count).dropLast(".sql".count))

    #expect(migration.version == index + 1)
    #expect(String(cString: migration.name) == name)
    #expect(
      Data(bytes: migration.sql, count: migration.length)
        == (try Data(contentsOf: Self.folder.appending(path: file))))
    #expect(migration.sql[migration.length] == 0)
  }

  @Test("there is nothing after the last one")
  func tableEnds() {
    #expect(cregistryschema_migration_at(cregistryschema_migration_count()) == nil)
  }
}
