import RecordEditing
import Registry
import Testing

private func letters(_ count: Int) -> String { String(repeating: "a", count: count) }

@Suite("Names and paths are those that AWS accepts")
struct NameTests {
  @Test(
    "IAM's names have a length and an alphabet",
    arguments: [
      (RecordKind.user, letters(64), true), (.user, letters(65), false), (.role, letters(64), true),
      (.role, letters(65), false), (.group, letters(128), true), (.group, letters(129), false),
      (.user, "", false), (.user, "Ada_1+=,.@-", true), (.user, "a b", false),
      (.user, "a/b", false),
      (.user, "adä", false), (.role, "a\u{1B}[31m", false), (.group, "a\u{202E}b", false),
    ])
  func names(kind: RecordKind, name: String, isAccepted: Bool) {
    #expect(accepts { () throws(EditError) in try IAMName.check(name, of: kind) } == isAccepted)
  }

  @Test(
    "a path begins and ends with a slash",
    arguments: [
      ("/", true), ("/a/", true), ("/a/b!/", true), ("//", false), ("", false), ("a/", false),
      ("/a", false), ("/a b/", false), ("/ä/", false), ("/" + letters(510) + "/", true),
      ("/" + letters(511) + "/", false),
    ])
  func paths(path: String, isAccepted: Bool) {
    #expect(accepts { () throws(EditError) in try IAMName.check(path: path) } == isAccepted)
  }

  @Test(
    "Lambda's names are letters, digits, hyphens and underscores",
    arguments: [
      (letters(64), true), (letters(65), false), ("a-b_C1", true), ("", false), ("a.b", false),
      ("a:b", false),
    ])
  func functions(name: String, isAccepted: Bool) {
    #expect(
      accepts { () throws(EditError) in try LambdaName.check(function: name) } == isAccepted)
  }

  @Test(
    "an alias is not all digits, and a version is",
    arguments: [
      ("prod", true, false), ("1a", true, false), ("12", false, true), ("0", false, false),
    ])
  func qualifiers(name: String, isAlias: Bool, isVersion: Bool) {
    #expect(accepts { () throws(EditError) in try LambdaName.check(alias: name) } == isAlias)
    #expect(accepts { () throws(EditError) in try LambdaName.check(version: name) } == isVersion)
  }

  @Test(
    "an account id has twelve digits",
    arguments: [
      ("012345678901", true), ("12345678901", false), ("1234567890123", false),
      ("12345678901a", false), ("١٢٣٤٥٦٧٨٩٠١٢", false),
    ])
  func accounts(id: String, isAccepted: Bool) {
    #expect(accepts { () throws(EditError) in try AccountChoice.check(id) } == isAccepted)
  }

  @Test(
    "the partition follows from the Region",
    arguments: [
      ("eu-central-1", "aws"), ("cn-north-1", "aws-cn"), ("us-gov-west-1", "aws-us-gov"),
      ("us-iso-east-1", "aws-iso"), ("us-isob-east-1", "aws-iso-b"), ("eusc-de-east-1", "aws-eusc"),
    ])
  func partitions(region: String, partition: String) {
    #expect(AccountChoice.partition(of: region) == partition)
  }

  @Test("a name is taken whatever its path and case")
  func uniqueness() throws {
    let bench = try Workbench.furnished()
    for name in ["app", "APP"] {
      var twin = try role(name)
      twin.path = "/team/"
      #expect(try bench.refusal { try $0.addRole(twin) }?.code == .entityAlreadyExists)
    }
    #expect(
      try bench.refusal { try $0.addUser("ADA", path: "/", boundary: nil, tags: []) }?.code
        == .entityAlreadyExists)
    #expect(
      try bench.refusal { try $0.addPolicy("Invoke") }?.code == .entityAlreadyExists)
    bench.place.account = "444455556666"
    #expect(try bench.refusal { try $0.addRole(role("app")) } == nil)
  }

  @Test("a fragment of a name means nothing to what writes")
  func fragments() throws {
    let bench = try Workbench.furnished()
    #expect(
      try bench.refusal { try $0.remove(.role, ["ap"], isOptional: false) }?.code == .noSuchEntity)
  }

  @Test("only a service makes service-linked roles")
  func serviceLinkedRoles() throws {
    var linked = try role("AWSServiceRoleForLambda")
    linked.path = "/aws-service-role/lambda.amazonaws.com/"
    #expect(try Workbench().refusal { try $0.addRole(linked) }?.code == .unmodifiableEntity)
  }

  private func accepts(_ check: () throws(EditError) -> Void) -> Bool {
    do {
      try check()
      return true
    } catch {
      return error.code == .validationError ? false : true
    }
  }
}
