import RecordEditing
import Registry
import Testing

@Suite("Groups and identity providers keep to IAM's rules")
struct IdentityTests {
  @Test("a user is a member of ten groups at most")
  func groups() throws {
    let bench = try Workbench.furnished()
    for number in 1...11 { try bench.edit { try $0.addGroup("g\(number)", path: "/") } }
    for number in 1...10 { try bench.edit { try $0.addUser("ada", toGroup: "g\(number)") } }
    #expect(
      try bench.refusal { try $0.addUser("ada", toGroup: "g11") }?.code == .limitExceeded)
    #expect(try !bench.edit { try $0.addUser("ada", toGroup: "g10") }.isWritten)
    try bench.edit { try $0.removeUser("ada", fromGroup: "g1", isOptional: false) }
    #expect(try bench.refusal { try $0.addUser("ada", toGroup: "g11") } == nil)
    #expect(
      try bench.refusal { try $0.removeUser("ada", fromGroup: "g1", isOptional: false) }?.code
        == .noSuchEntity)
    #expect(
      try !bench.edit { try $0.removeUser("ada", fromGroup: "g1", isOptional: true) }.isWritten)
  }

  @Test(
    "a SAML provider has a name",
    arguments: [
      ("corporate_1.x-y", true), ("", false), ("a b", false),
      (String(repeating: "s", count: 128), true), (String(repeating: "s", count: 129), false),
    ])
  func samlNames(name: String, isAccepted: Bool) throws {
    #expect((try Workbench().refusal { try $0.addSAMLProvider(name) } == nil) == isAccepted)
  }

  @Test(
    "an OpenID Connect provider has an https address without port and query",
    arguments: [
      ("https://token.actions.githubusercontent.com", true), ("https://idp.example/path", true),
      ("http://idp.example", false), ("https://", false), ("https://idp.example:8443", false),
      ("https://idp.example/?a=b", false), ("https://" + String(repeating: "i", count: 247), true),
      ("https://" + String(repeating: "i", count: 248), false),
    ])
  func oidcAddresses(url: String, isAccepted: Bool) throws {
    let refusal = try Workbench().refusal { try $0.addOIDCProvider(url: url, clientIDs: ["a"]) }
    #expect((refusal == nil) == isAccepted)
  }

  @Test("an OpenID Connect provider has a hundred audiences at most, of 1 to 255 characters")
  func audiences() throws {
    func code(_ ids: [String]) throws -> EditError.Code? {
      try Workbench().refusal {
        try $0.addOIDCProvider(url: "https://idp.example", clientIDs: ids)
      }?
      .code
    }
    #expect(try code((1...100).map { "a\($0)" }) == nil)
    #expect(try code((1...101).map { "a\($0)" }) == .limitExceeded)
    #expect(try code([""]) == .invalidInput)
    #expect(try code([String(repeating: "a", count: 255)]) == nil)
    #expect(try code([String(repeating: "a", count: 256)]) == .invalidInput)
  }

  @Test("adding what is there succeeds where it is the same, and is refused where it differs")
  func again() throws {
    let bench = try Workbench.furnished()
    #expect(try !bench.edit { try $0.addRole(role("app")) }.isWritten)
    #expect(try !bench.edit { try $0.addGroup("devs", path: "/") }.isWritten)
    #expect(try !bench.edit { try $0.addPolicy("invoke") }.isWritten)
    let tagged = [Tag(key: "team", value: "x")]
    #expect(
      try bench.refusal { try $0.addUser("ada", path: "/", boundary: nil, tags: tagged) }?.code
        == .entityAlreadyExists)
    var bounded = try role("app")
    bounded.boundary = "invoke"
    #expect(try bench.refusal { try $0.addRole(bounded) }?.code == .entityAlreadyExists)
    #expect(
      try bench.refusal {
        try $0.addManagedPolicy(
          "invoke", path: "/", summary: nil, document: identityPolicy(action: "s3:GetObject"))
      }?.code == .entityAlreadyExists)
  }

  @Test("a trust policy is replaced, and the same one again changes nothing")
  func trust() throws {
    let bench = try Workbench.furnished()
    let other = try trustPolicy(sidLength: 3)
    #expect(try bench.edit { try $0.setTrustPolicy(of: "app", to: other) }.isWritten)
    #expect(try !bench.edit { try $0.setTrustPolicy(of: "app", to: other) }.isWritten)
    #expect(
      try bench.refusal { try $0.setTrustPolicy(of: "nobody", to: other) }?.code == .noSuchEntity)
  }
}
