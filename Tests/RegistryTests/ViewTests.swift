import Registry
import SQLite
import Testing

@Suite("the documented views")
struct ViewTests {
  private let fixture: RegistryFixture

  init() throws {
    fixture = try RegistryFixture()
    try fixture.writeSamples()
    try fixture.write { try $0.put(PolicyAttachment(principal: Samples.role, policy: missing)) }
  }

  private let missing = "arn:aws:iam::aws:policy/Missing"

  private func rows(_ sql: String) throws -> [String] {
    try fixture.registry.connection.query(sql) { try $0.string(0) }
  }

  @Test("current_principals: users, groups and roles that stand now")
  func principals() throws {
    #expect(
      try rows("SELECT type || ' ' || name || ' ' || tags FROM current_principals ORDER BY 1")
        == ["group team {}", "role app {}", "user ada {}"])
  }

  @Test("current_held_policies: inline and managed, a missing one without a document")
  func heldPolicies() throws {
    let list = try rows(
      """
      SELECT type || ' ' || policy || ' ' || ifnull(version, '-') || ' ' || (document_id IS NULL)
      FROM current_held_policies WHERE holder = '\(Samples.role)' ORDER BY 1
      """)
    #expect(
      list == [
        "inline invoke - 0", "inline odd - 0", "managed \(Samples.managed) v1 0",
        "managed \(missing) - 1",
      ])
  }

  @Test("document_statements: a row for each action and resource pattern, negated ones marked")
  func statements() throws {
    let list = try rows(
      """
      SELECT statement || ' ' || ifnull(sid, '-') || ' ' || effect || ' ' || action || ' '
        || action_is_negated || ' ' || resource || ' ' || resource_is_negated || ' '
        || is_conditional
      FROM document_statements WHERE action <> '*' ORDER BY 1
      """)
    #expect(
      list == [
        "1 One Allow lambda:get* 0 arn:aws:lambda:*:*:function:o* 0 1",
        "1 One Allow lambda:invoke* 0 arn:aws:lambda:*:*:function:o* 0 1",
        "2 - Deny s3:* 1 arn:aws:s3:::${aws:username} 1 0",
      ])
  }

  @Test("current_grants: what a principal has by its own policies")
  func grants() throws {
    let list = try rows(
      """
      SELECT DISTINCT policy_type || ' ' || policy || ' ' || effect || ' ' || action
      FROM current_grants WHERE principal = '\(Samples.role)' ORDER BY 1
      """)
    #expect(
      list == [
        "inline invoke Allow lambda:get*", "inline invoke Allow lambda:invoke*",
        "inline invoke Deny s3:*", "managed \(Samples.managed) Allow *",
      ])
  }

  @Test("current_grants: what a user has by a group, until it leaves")
  func groupGrants() throws {
    let count = "SELECT holder FROM current_grants WHERE principal = '\(Samples.user)'"
    try fixture.write { writer in
      try writer.put(PolicyAttachment(principal: Samples.group, policy: Samples.managed))
    }
    #expect(try rows(count).isEmpty)
    try fixture.write { writer in
      try writer.put(GroupMembership(user: Samples.user, group: Samples.group))
    }
    #expect(try rows(count) == [Samples.group])
  }

  @Test("current_resource_policies: whom a resource's policy names")
  func resourcePolicies() throws {
    let list = try rows(
      """
      SELECT DISTINCT statement || ' ' || principal_type || ' ' || principal || ' '
        || principal_is_negated
      FROM current_resource_policies WHERE policy_of = '\(Samples.function)' ORDER BY 1
      """)
    #expect(
      list == [
        "1 AWS 111122223333 0", "1 Service s3.amazonaws.com 0", "2 AWS \(Samples.user) 1",
      ])
  }

  @Test("current_resource_policies: a role's trust policy, while it has one")
  func trustPolicies() throws {
    let sql = "SELECT policy_of FROM current_resource_policies WHERE policy_of LIKE '%:role/%'"
    #expect(try rows(sql).isEmpty)
    try fixture.write { writer in
      let trust = try writer.document(try policy(Samples.fullPolicy), as: nil).digest
      try writer.put(Role(arn: Samples.role, trustPolicy: trust, tags: Tags()))
    }
    #expect(Set(try rows(sql)) == [Samples.role])
  }

  @Test("current_functions: functions and their execution roles")
  func functions() throws {
    #expect(
      try rows("SELECT name || ' ' || execution_role FROM current_functions")
        == ["orders \(Samples.role)"])
  }
}
