import Foundation
import JSONText
import RecordEditing
import Registry
import SQLite

/// A registry with the function `orders`, its version 1 and its alias `prod`, the function `orders-2`,
/// a role, and the layer version `common:1`; it goes with the value.
final class PermissionFixture {
  static let account = "111122223333"
  static let orders = "arn:aws:lambda:us-east-1:111122223333:function:orders"
  static let layer = "arn:aws:lambda:us-east-1:111122223333:layer:common"

  let registry: Registry
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "permreg-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    registry = Registry(try RegistryFile.create(at: folder.appending(path: "registry.db").path))
    try write { writer in
      for name in [Self.orders, Self.orders + "-2"] {
        try writer.put(
          Function(arn: name, layers: [], subnets: [], securityGroups: [], fileSystems: []))
      }
      try writer.put(
        FunctionVersion(arn: Self.orders + ":1", function: Self.orders, layers: []))
      try writer.put(
        Alias(arn: Self.orders + ":prod", function: Self.orders, version: "1", routing: "{}"))
      try writer.put(LayerVersion(arn: Self.layer + ":1"))
      try writer.put(Role(arn: "arn:aws:iam::111122223333:role/app", tags: Tags()))
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Writes one revision; `nil` where nothing changed.
  @discardableResult
  func write(_ body: (RevisionWriter) throws -> Void) throws -> Revision? {
    try registry.write("test", by: Author(actor: "tester", userID: 1), body).revision
  }

  /// Changes permissions in one revision.
  @discardableResult
  func edit<Result>(
    account: String? = nil, region: String? = nil, _ body: (PermissionEditor) throws -> Result
  ) throws -> Result {
    try registry.write("test", by: Author(actor: "tester", userID: 1)) { writer in
      try body(PermissionEditor(writer, in: try place(account: account, region: region)))
    }.result
  }

  /// Changes whole policies in one revision.
  @discardableResult
  func editWhole<Result>(_ body: (ResourcePolicyEditor) throws -> Result) throws -> (
    result: Result, revision: Revision?
  ) {
    let outcome = try registry.write("test", by: Author(actor: "tester", userID: 1)) { writer in
      try body(ResourcePolicyEditor(writer, in: try place()))
    }
    return (outcome.result, outcome.revision)
  }

  /// Where names are looked up.
  func place(account: String? = nil, region: String? = nil) throws -> PermissionPlace {
    let head = try registry.head?.number ?? 0
    return PermissionPlace(
      Snapshot(registry.connection, at: head), account: account, region: region)
  }

  /// The policy of a function, or the refusal to show one.
  func policy(_ function: String = "orders", qualifier: String? = nil) throws -> CarriedPolicy {
    try place().policy(ofFunction: function, qualifier: qualifier)
  }
}

/// A permission for S3 to invoke a function.
func invocation(
  _ statementID: String = "s3", principal: String = "s3.amazonaws.com",
  action: String = "lambda:InvokeFunction"
) -> FunctionPermission {
  FunctionPermission(statementID: statementID, action: action, principal: principal)
}

/// The error that some code throws, as the AWS CLI prints it; `nil` where it throws none.
func refusal(_ body: () throws -> Void) throws -> String? {
  do {
    try body()
    return nil
  } catch let refusal as AWSRefusal {
    return "\(refusal.code): \(refusal.message)"
  }
}
