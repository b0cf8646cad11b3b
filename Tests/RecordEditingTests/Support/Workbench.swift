import Foundation
import PolicyLanguage
import RecordEditing
import Registry
import SQLite

/// A registry in a folder of its own, and an editor for its one account.
final class Workbench {
  let folder: URL
  let registry: Registry
  var place = EditingPlace(account: "111122223333", region: "eu-central-1")

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "permreg-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    registry = Registry(try RegistryFile.create(at: folder.appending(path: "registry.db").path))
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Changes records in one revision; gives the record and whether a revision was made.
  @discardableResult
  func edit(_ body: (RecordEditor) throws -> EditedRecord) throws -> (
    record: EditedRecord, isWritten: Bool
  ) {
    let outcome = try registry.edit(
      "test", by: Author(actor: "tester", userID: 1), in: place, body)
    return (outcome.result, outcome.revision != nil)
  }

  /// The error by which a change is refused, `nil` where it is not.
  func refusal(_ body: (RecordEditor) throws -> EditedRecord) throws -> EditError? {
    do {
      try edit(body)
      return nil
    } catch let error as EditError {
      return error
    }
  }

  /// Reads at the newest revision.
  func read<Result>(_ body: (Snapshot) throws -> Result) throws -> Result {
    try registry.read { try body($0) }
  }

  /// A registry with the role `app`, the user `ada`, the group `devs` and the policy `invoke`.
  static func furnished() throws -> Workbench {
    let bench = try Workbench()
    try bench.edit { try $0.addRole(role("app")) }
    try bench.edit { try $0.addUser("ada", path: "/", boundary: nil, tags: []) }
    try bench.edit { try $0.addGroup("devs", path: "/") }
    try bench.edit { try $0.addPolicy("invoke") }
    return bench
  }

  /// The same with the function `orders`, its version 1 and its alias `prod`.
  static func withFunction() throws -> Workbench {
    let bench = try furnished()
    try bench.edit { try $0.addFunction(.init(name: "orders", role: "app")) }
    try bench.edit { try $0.addVersion(of: "orders", number: nil) }
    try bench.edit { try $0.addAlias("prod", of: "orders", version: "1", routing: []) }
    return bench
  }
}

extension RecordEditor {
  /// Adds a managed policy with a small document.
  func addPolicy(_ name: String, path: String = "/") throws -> EditedRecord {
    try addManagedPolicy(name, path: path, summary: nil, document: identityPolicy())
  }
}

/// A role that Lambda can assume.
func role(_ name: String) throws -> RecordEditor.NewRole {
  RecordEditor.NewRole(name: name, trustPolicy: try trustPolicy())
}

/// An identity policy that allows an action on a resource of so many characters.
func identityPolicy(
  action: String = "lambda:InvokeFunction", resourceLength: Int = 0
) throws -> CheckedDocument {
  let resource = "arn:aws:s3:::" + String(repeating: "x", count: resourceLength)
  let text =
    #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"\#(action)","#
    + #""Resource":"\#(resourceLength == 0 ? "*" : resource)"}}"#
  return try CheckedDocument(Array(text.utf8), as: .identity, characterLimit: 10_240)
}

/// A trust policy for Lambda, with a Sid of so many characters.
func trustPolicy(sidLength: Int = 0, quota: Int? = nil) throws -> CheckedDocument {
  let text =
    #"{"Version":"2012-10-17","Statement":{"Sid":"\#(String(repeating: "a", count: sidLength))","#
    + #""Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}}"#
  return try CheckedDocument(Array(text.utf8), as: .trust, characterLimit: quota)
}
