import AWSExchange
import Foundation
import JSONText
import PolicyLanguage
import RecordEditing
import Registry
import Testing

@Suite("A policy that permissions make")
struct PolicyLifeTests {
  let fixture: PermissionFixture

  init() throws {
    fixture = try PermissionFixture()
  }

  private func add(_ statementID: String, _ qualifier: String? = nil) throws -> StoredStatement {
    try fixture.edit {
      try $0.add(invocation(statementID), to: "orders", qualifier: qualifier, revisionID: nil)
    }
  }

  private func remove(
    _ statementID: String, _ qualifier: String? = nil, revisionID: String? = nil
  ) throws {
    try fixture.edit {
      try $0.removePermission(
        statementID, from: "orders", qualifier: qualifier, revisionID: revisionID)
    }
  }

  private func statementIDs(_ qualifier: String? = nil) throws -> [String] {
    let text = try fixture.policy(qualifier: qualifier).text
    let list = try JSONDocument(parsing: Array(text.utf8)).root["Statement"]
    return list?.elements.map { $0.compactMap { $0["Sid"]?.string } } ?? []
  }

  @Test("keeps its statements in the order in which they came")
  func order() throws {
    for name in ["b", "a", "c"] { _ = try add(name) }
    #expect(try statementIDs() == ["b", "a", "c"])
    try remove("a")
    #expect(try statementIDs() == ["b", "c"])
  }

  @Test("is one of three: the same Sid may stand on function, version and alias")
  func separatePolicies() throws {
    for qualifier in [nil, "1", "prod"] { _ = try add("s3", qualifier) }
    try remove("s3", "1")
    #expect(try statementIDs() == ["s3"])
    #expect(try statementIDs("prod") == ["s3"])
    #expect(
      try refusal { _ = try fixture.policy(qualifier: "1") }
        == "ResourceNotFoundException: The resource you requested does not exist.")
  }

  @Test("ceases to be with its last statement")
  func lastStatement() throws {
    _ = try add("s3")
    try remove("s3")
    #expect(try fixture.place().snapshotCount == 0)
    #expect(
      try refusal { try remove("s3") }
        == "ResourceNotFoundException: No policy is associated with the given resource.")
  }

  @Test("gets a new RevisionId by every change, which the next change may demand")
  func revisionIDs() throws {
    let first = try add("a").revisionID
    let second = try fixture.edit {
      try $0.add(invocation("b"), to: "orders", qualifier: nil, revisionID: first)
    }.revisionID
    #expect(first != second)
    #expect(try second.wholeMatch(of: Regex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) != nil)
    #expect(
      try refusal { try remove("a", revisionID: first) }?.hasPrefix("PreconditionFailedException: ")
        == true)
    try remove("a", revisionID: second)
    #expect(try fixture.policy().revisionID != second)
  }

  @Test("does not lose what it has not")
  func missing() throws {
    _ = try add("a")
    #expect(
      try refusal { try remove("b") }
        == "ResourceNotFoundException: Statement b is not found in resource policy.")
    #expect(
      try refusal {
        try fixture.edit {
          try $0.removePermission(
            "a", from: PermissionFixture.orders + "-9", qualifier: nil, revisionID: nil)
        }
      } == "ResourceNotFoundException: No policy found for: \(PermissionFixture.orders)-9")
    #expect(
      try refusal { try remove("a", "beta") }
        == "ResourceNotFoundException: Cannot find alias arn: \(PermissionFixture.orders):beta")
    #expect(try refusal { try remove("a b") }?.hasPrefix("ValidationException: ") == true)
    #expect(
      try refusal { try remove("a.b") }
        == "ResourceNotFoundException: Statement a.b is not found in resource policy.")
  }

  @Test("that was imported as something else than a document is not lost by an edit")
  func noDocument() throws {
    let orders = PermissionFixture.orders
    try fixture.write { writer in
      let text = try JSONDocument(parsing: Array(#""no policy""#.utf8)).root
      let document = try writer.document(text, as: .resource)
      try writer.put(ResourcePolicy(resource: orders, document: document.digest))
    }
    #expect(throws: UneditablePolicy.self) { _ = try add("a") }
    #expect(throws: UneditablePolicy.self) { try remove("a") }
  }

  @Test("comes back from `get-policy` without a new revision")
  func roundTrip() throws {
    for name in ["a", "b"] { _ = try add(name) }
    let policy = try fixture.policy()
    let output: JSON = [
      "Policy": .string(policy.text), "RevisionId": .string(policy.revisionID ?? ""),
    ]
    let file = fixture.folder.appending(path: "policy.json")
    try Data(output.text(.indented).utf8).write(to: file)
    let importer = Importer(
      registry: fixture.registry, options: ImportOptions(),
      author: Author(actor: "tester", userID: 1))
    let first = try importer.run(paths: [file.path])
    #expect(first.tally.changed[.resourcePolicy] == nil)
    let before = try fixture.registry.head
    let report = try importer.run(paths: [file.path])
    #expect(report.revision == nil)
    #expect(try fixture.registry.head == before)
    #expect(try fixture.policy() == policy)
  }
}

@Suite("A policy that is set as a whole")
struct WholePolicyTests {
  let fixture: PermissionFixture

  init() throws {
    fixture = try PermissionFixture()
  }

  private let deny = """
    {"Version":"2012-10-17","Statement":[{"Sid":"no-one","Effect":"Deny","Principal":"*",\
    "Action":"lambda:InvokeFunction","Resource":"\(PermissionFixture.orders)"}]}
    """

  private func document(_ text: String) throws -> JSONValue {
    try JSONDocument(parsing: Array(text.utf8)).root
  }

  @Test("takes the place of the permissions, and later permissions join it")
  func replacement() throws {
    try fixture.edit { try $0.add(invocation(), to: "orders", qualifier: nil, revisionID: nil) }
    let document = try document(deny)
    let set = try fixture.editWhole {
      try $0.set(document, on: $0.arn(of: "function/orders"), revisionID: nil)
    }
    #expect(try fixture.policy().text == deny)
    #expect(try fixture.policy().revisionID == set.result)
    try fixture.edit {
      try $0.add(invocation("s3"), to: "orders", qualifier: nil, revisionID: set.result)
    }
    let text = try fixture.policy().text
    #expect(text.hasPrefix(String(deny.dropLast(2)) + #",{"Sid":"s3""#))
  }

  @Test("changes nothing where it says what is there, in whichever spelling")
  func sameAgain() throws {
    let resource = PermissionFixture.orders
    let (first, second) = (
      try document(deny), try document(deny.replacing(",", with: " ,\n "))
    )
    let id = try fixture.editWhole { try $0.set(first, on: resource, revisionID: nil) }.result
    let again = try fixture.editWhole { try $0.set(second, on: resource, revisionID: nil) }
    #expect(again.revision == nil)
    #expect(again.result == id)
  }

  @Test("may be of any other ARN, which has no RevisionId; what is removed is gone")
  func otherResources() throws {
    let bucket = "arn:aws:s3:::uploads"
    let document = try document(deny)
    #expect(
      try fixture.editWhole { try $0.set(document, on: bucket, revisionID: nil) }.result == nil)
    #expect(try fixture.editWhole { try $0.arn(of: "uploads") }.result == bucket)
    try fixture.editWhole { try $0.remove(from: bucket, revisionID: nil) }
    #expect(throws: NameError.self) {
      try fixture.editWhole { try $0.remove(from: bucket, revisionID: nil) }
    }
    #expect(
      try refusal {
        try fixture.editWhole { try $0.remove(from: PermissionFixture.orders, revisionID: nil) }
      } == "ResourceNotFoundException: The resource you requested does not exist.")
  }

  @Test("is refused for layer versions, unknown functions, other revisions and by its size")
  func refusals() throws {
    let small = try document(deny)
    let large = try document(
      deny.replacing("no-one", with: String(repeating: "s", count: 20_480)))
    func set(_ document: JSONValue, _ arn: String, _ revision: String? = nil) throws -> String? {
      try refusal {
        try fixture.editWhole { _ = try $0.set(document, on: arn, revisionID: revision) }
      }
    }
    let orders = PermissionFixture.orders
    #expect(try set(small, PermissionFixture.layer + ":1")?.hasPrefix("InvalidParam") == true)
    #expect(
      try set(small, orders + "-9")
        == "ResourceNotFoundException: Function not found: \(orders)-9")
    #expect(try set(small, orders, "x")?.hasPrefix("PreconditionFailedException: ") == true)
    #expect(
      try set(large, orders) == "PolicyLengthExceededException: The final policy size "
        + "(\(large.text.utf8.count)) is bigger than the limit (20480).")
  }
}

extension PermissionPlace {
  /// How many resources carry a policy.
  fileprivate var snapshotCount: Int {
    get throws { try snapshot.count(.resourcePolicy) }
  }
}
