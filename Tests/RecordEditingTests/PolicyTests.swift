import PolicyLanguage
import RecordEditing
import Registry
import Testing

@Suite("Managed and inline policies keep to IAM's numbers")
struct PolicyTests {
  @Test("a policy has five versions at most, and gives no number twice")
  func versions() throws {
    let bench = try Workbench.furnished()
    for number in 2...5 {
      let new = try identityPolicy(action: "lambda:A\(number)")
      let added = try bench.edit {
        try $0.addPolicyVersion(of: "invoke", document: new, asDefault: false)
      }
      #expect(added.record.key[1] == "v\(number)")
    }
    let sixth = try identityPolicy(action: "lambda:A6")
    let refusal = try bench.refusal {
      try $0.addPolicyVersion(of: "invoke", document: sixth, asDefault: true)
    }
    #expect(refusal?.code == .limitExceeded)
    #expect(refusal?.hint?.contains("v2, v3, v4, v5") == true)
    try bench.edit { try $0.remove(.managedPolicyVersion, ["invoke", "v5"], isOptional: false) }
    let added = try bench.edit {
      try $0.addPolicyVersion(of: "invoke", document: sixth, asDefault: true)
    }
    #expect(added.record.key[1] == "v6")
  }

  @Test("a version of the same content is not added again, but can be put in force")
  func sameVersion() throws {
    let bench = try Workbench.furnished()
    let other = try identityPolicy(action: "lambda:GetFunction")
    #expect(
      try !bench.edit {
        try $0.addPolicyVersion(of: "invoke", document: identityPolicy(), asDefault: true)
      }.isWritten)
    try bench.edit { try $0.addPolicyVersion(of: "invoke", document: other, asDefault: false) }
    #expect(
      try bench.edit { try $0.addPolicyVersion(of: "invoke", document: other, asDefault: true) }
        .isWritten)
    #expect(try bench.read { try $0.count(.managedPolicyVersion) } == 2)
    #expect(try !bench.edit { try $0.setDefaultVersion(of: "invoke", to: "v2") }.isWritten)
    #expect(
      try bench.refusal { try $0.setDefaultVersion(of: "invoke", to: "v9") }?.code == .noSuchEntity)
  }

  @Test("the version in force and a policy of several versions cannot be removed")
  func removal() throws {
    let bench = try Workbench.furnished()
    let other = try identityPolicy(action: "lambda:GetFunction")
    try bench.edit { try $0.addPolicyVersion(of: "invoke", document: other, asDefault: true) }
    #expect(
      try bench.refusal {
        try $0.remove(.managedPolicyVersion, ["invoke", "v2"], isOptional: false)
      }?.code == .deleteConflict)
    #expect(
      try bench.refusal { try $0.remove(.managedPolicy, ["invoke"], isOptional: false) }?.code
        == .deleteConflict)
    try bench.edit { try $0.remove(.managedPolicyVersion, ["invoke", "v1"], isOptional: false) }
    try bench.edit { try $0.remove(.managedPolicy, ["invoke"], isOptional: false) }
    #expect(try bench.read { try $0.count(.managedPolicyVersion) } == 0)
  }

  @Test(
    "ten policies are attached at most; a granted quota lifts that for roles and users",
    arguments: [("role/app", 25), ("user/ada", 20), ("group/devs", 10)])
  func attachments(principal: String, highest: Int) throws {
    let bench = try Workbench.furnished()
    for number in 1...11 { try bench.edit { try $0.addPolicy("p\(number)") } }
    for number in 1...10 { try bench.edit { try $0.attachPolicy("p\(number)", to: principal) } }
    let refusal = try bench.refusal { try $0.attachPolicy("p11", to: principal) }
    #expect(refusal?.code == .limitExceeded)
    #expect(try !bench.edit { try $0.attachPolicy("p10", to: principal) }.isWritten)
    let lifted = try bench.refusal { try $0.attachPolicy("p11", to: principal, quota: highest) }
    #expect((lifted == nil) == (highest > 10))
    #expect(
      try bench.refusal { try $0.attachPolicy("invoke", to: principal, quota: highest + 1) }?.code
        == .validationError)
  }

  @Test("an AWS managed policy may be attached undescribed, another account's may not")
  func foreignPolicies() throws {
    let bench = try Workbench.furnished()
    let ofAWS = "arn:aws:iam::aws:policy/service-role/AWSLambdaRole"
    #expect(try bench.edit { try $0.attachPolicy(ofAWS, to: "app") }.isWritten)
    #expect(
      try bench.refusal {
        try $0.addPolicyVersion(of: ofAWS, document: identityPolicy(), asDefault: true)
      }?.code == .noSuchEntity)
    let linked = "arn:aws:iam::aws:policy/aws-service-role/AWSLambdaReplicator"
    #expect(
      try bench.refusal { try $0.attachPolicy(linked, to: "app") }?.code == .policyNotAttachable)
    bench.place.account = "444455556666"
    try bench.edit { try $0.addPolicy("other") }
    bench.place.account = nil
    let other = "arn:aws:iam::444455556666:policy/other"
    #expect(try bench.refusal { try $0.attachPolicy(other, to: "app") }?.code == .noSuchEntity)
  }

  @Test(
    "all inline policies of a principal share a quota",
    arguments: [("user/ada", 2_048), ("group/devs", 5_120), ("role/app", 10_240)])
  func inlinePolicies(principal: String, quota: Int) throws {
    let bench = try Workbench.furnished()
    let first = try identityPolicy()
    let frame = try identityPolicy(resourceLength: 1).root.characterCount - 1
    let rest = quota - first.root.characterCount - frame
    try bench.edit { try $0.putInlinePolicy("a", in: principal, document: first) }
    let full = try identityPolicy(resourceLength: rest)
    let over = try identityPolicy(resourceLength: rest + 1)
    #expect(
      try bench.refusal { try $0.putInlinePolicy("b", in: principal, document: over) }?.code
        == .limitExceeded)
    #expect(try bench.refusal { try $0.putInlinePolicy("b", in: principal, document: full) } == nil)
    #expect(
      try !bench.edit { try $0.putInlinePolicy("b", in: principal, document: full) }.isWritten)
    #expect(
      try bench.refusal { try $0.putInlinePolicy("c", in: principal, document: first) }?.code
        == .limitExceeded)
  }

  @Test("a principal has one boundary, which is set in place of another and cleared once")
  func boundaries() throws {
    let bench = try Workbench.furnished()
    try bench.edit { try $0.addPolicy("ceiling") }
    #expect(try bench.edit { try $0.setBoundary(of: "app", to: "invoke") }.isWritten)
    #expect(try !bench.edit { try $0.setBoundary(of: "app", to: "invoke") }.isWritten)
    try bench.edit { try $0.setBoundary(of: "app", to: "ceiling") }
    #expect(
      try bench.read {
        try $0.record(Role.self, arn: "arn:aws:iam::111122223333:role/app")?.permissionsBoundary
      } == "arn:aws:iam::111122223333:policy/ceiling")
    #expect(
      try bench.refusal { try $0.setBoundary(of: "group/devs", to: "invoke") }?.code
        == .noSuchEntity)
    try bench.edit { try $0.clearBoundary(of: "app", isOptional: false) }
    #expect(
      try bench.refusal { try $0.clearBoundary(of: "app", isOptional: false) }?.code
        == .noSuchEntity)
    #expect(try !bench.edit { try $0.clearBoundary(of: "app", isOptional: true) }.isWritten)
  }
}
