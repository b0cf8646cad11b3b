import AccessQueries
import Foundation
import JSONText
import Registry
import SQLite
import Testing

/// A registry written record by record, gone with the value. Everything in it lives in account
/// 111122223333 and Region us-east-1 unless it says otherwise.
final class WrittenRegistry {
  private let registry: Registry
  private let folder: URL

  init(_ write: (RevisionWriter) throws -> Void) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "permreg-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    registry = Registry(
      try RegistryFile.create(at: folder.appending(path: "registry.db").path))
    _ = try registry.write("test", by: Author(actor: "tester", userID: 1), write)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Asks questions of what stands in the registry.
  func ask<Result>(_ body: (AccessQueries) throws -> Result) throws -> Result {
    try registry.connection.read {
      try body(
        AccessQueries(Snapshot(registry.connection, at: try registry.head?.number ?? 0)))
    }
  }

  /// Whether a subject can do something.
  func can(_ subject: Subject, _ question: AccessQuestion) throws -> AccessAnswer {
    try ask { try $0.can(subject, question) }
  }
}

extension RevisionWriter {
  /// Writes a role with one inline policy, where statements are given, and a trust policy for Lambda.
  func put(
    role arn: String, _ statements: [String] = [], trusting service: String = "lambda.amazonaws.com"
  ) throws {
    let trust = try stored(
      [#"{"Effect":"Allow","Principal":{"Service":"\#(service)"},"Action":"sts:AssumeRole"}"#])
    try put(
      Role(
        arn: arn, uniqueID: "AROAEXAMPLE", trustPolicy: trust,
        tags: Tags([Tag(key: "team", value: "shop")])))
    guard !statements.isEmpty else { return }
    try put(
      InlinePolicy(principal: arn, name: "own", document: try stored(statements)))
  }

  /// Writes a function.
  func put(function arn: String, role: String? = nil) throws {
    try put(
      Function(arn: arn, role: role, layers: [], subnets: [], securityGroups: [], fileSystems: []))
  }

  /// Writes the resource-based policy of a resource.
  func put(policyOf resource: String, _ statements: String...) throws {
    try put(policyOf: resource, statements)
  }

  /// Writes the resource-based policy of a resource.
  func put(policyOf resource: String, _ statements: [String]) throws {
    try put(ResourcePolicy(resource: resource, document: try stored(statements)))
  }

  private func stored(_ statements: [String]) throws -> DocumentDigest {
    let text = #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#
    let stored = try document(try JSONDocument(parsing: Array(text.utf8)).root, as: nil)
    #expect(stored.isValid, "\(stored.diagnostics)")
    return stored.digest
  }
}

/// The ARN of a function of the test's account, with a qualifier or without.
func function(_ name: String) -> String {
  "arn:aws:lambda:us-east-1:111122223333:function:\(name)"
}

/// The ARN of a role of the test's account.
func role(_ name: String) -> String { "arn:aws:iam::111122223333:role/\(name)" }

/// An Allow statement for an identity-based policy.
func allow(_ action: String, on resource: String, when condition: String? = nil) -> String {
  statement("Allow", action, resource, condition)
}

/// A Deny statement for an identity-based policy.
func deny(_ action: String, on resource: String, when condition: String? = nil) -> String {
  statement("Deny", action, resource, condition)
}

/// An Allow statement for a resource-based policy.
func allow(
  _ principal: String, to action: String, on resource: String, when condition: String? = nil
) -> String {
  let rest = statement("Allow", action, resource, condition).dropFirst()
  return #"{"Principal":\#(principal),\#(rest)"#
}

private func statement(
  _ effect: String, _ action: String, _ resource: String, _ condition: String?
) -> String {
  let tail = condition.map { #","Condition":\#($0)"# } ?? ""
  return #"{"Effect":"\#(effect)","Action":"\#(action)","Resource":"\#(resource)"\#(tail)}"#
}

/// A question in which every key that is not given is absent.
func asking(
  _ action: String, _ resource: String, takesNoResource: Bool = false,
  _ context: [String: [String]] = [:]
) -> AccessQuestion {
  AccessQuestion(
    action: action, resource: resource, resourceAccount: "111122223333",
    takesNoResource: takesNoResource,
    context: SuppliedContext(values: context, isComplete: true))
}
