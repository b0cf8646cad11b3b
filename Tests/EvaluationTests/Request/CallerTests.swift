import Evaluation
import Testing

@Suite("callers")
struct CallerTests {
  @Test(
    "are told by their ARNs",
    arguments: [
      ("arn:aws:iam::111122223333:root", Caller.root),
      ("arn:aws:iam::111122223333:user/alice", .alice),
      ("arn:aws:iam::111122223333:role/ci/deployer", .anyBuild),
      (
        "arn:aws:sts::111122223333:assumed-role/deployer/build-42",
        .roleSession(.init(ownAccount, name: "deployer"), name: "build-42")
      ),
      (
        "arn:aws:sts::111122223333:federated-user/guest",
        .federatedUser(.init(ownAccount, name: "guest"))
      ),
      (
        "arn:aws-cn:iam::111122223333:user/a/b/c",
        .iamUser(
          .init(.init(partition: "aws-cn", account: "111122223333"), name: "c", path: "a/b/"))
      ),
    ])
  func arn(text: String, caller: Caller) {
    #expect(Caller(arn: text) == caller)
  }

  @Test(
    "are nobody under other ARNs",
    arguments: [
      "alice", "arn:aws:iam::111122223333:group/admins", "arn:aws:iam::111122223333:user/",
      "arn:aws:sts::111122223333:assumed-role/deployer", "arn:aws:iam:::user/alice",
      "arn:aws:lambda:us-east-1:111122223333:function:orders", "arn:aws:iam::111122223333:rooted",
    ])
  func noCaller(text: String) {
    #expect(Caller(arn: text) == nil)
  }

  private func state(
    _ key: String, of caller: Caller, isComplete: Bool = true
  ) -> ContextState? {
    caller.derivedContext(isComplete: isComplete)[ContextKey(key)]
  }

  /// IAM User Guide, "Policy variables", table "Principal key values".
  @Test(
    "bring the keys that follow from who they are",
    arguments: [
      ("aws:PrincipalArn", Caller.root, ContextState.value("arn:aws:iam::111122223333:root")),
      ("aws:userid", .root, .value("111122223333")),
      ("aws:username", .alice, .value("alice")),
      ("aws:PrincipalType", .alice, .value("User")),
      ("aws:PrincipalArn", .build, .value("arn:aws:iam::111122223333:role/ci/deployer")),
      ("aws:username", .build, .absent),
      ("aws:PrincipalServiceName", .build, .absent),
      ("aws:userid", .federated, .value("111122223333:guest")),
      ("aws:PrincipalServiceName", .service("s3.amazonaws.com"), .value("s3.amazonaws.com")),
      ("aws:PrincipalIsAWSService", .service("s3.amazonaws.com"), .value("true")),
      ("aws:userid", .anonymous, .value("anonymous")),
      ("aws:PrincipalOrgID", .anonymous, .absent),
    ])
  func derived(key: String, caller: Caller, expected: ContextState) {
    #expect(state(key, of: caller) == expected)
  }

  @Test("do not tell a unique id that is not known")
  func noUniqueID() {
    #expect(state("aws:userid", of: .alice) == nil)
    #expect(state("aws:userid", of: .build) == nil)
  }

  @Test("of a role tell the session's id only where a fresh session is meant")
  func sessionID() {
    let role = Caller.role(.init(ownAccount, name: "deployer", uniqueID: "AROAEXAMPLE"))
    #expect(state("aws:userid", of: role, isComplete: true) == .value("AROAEXAMPLE:(any session)"))
    #expect(state("aws:userid", of: role, isComplete: false) == nil)
  }
}
