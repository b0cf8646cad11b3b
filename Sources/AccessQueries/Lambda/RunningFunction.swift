import Evaluation
import JSONText
import PolicyLanguage
import Registry

/// A function as the one who asks: the session of its execution role in which Lambda runs its code.
///
/// Source: Lambda developer guide, "Defining Lambda function permissions with an execution role" and
/// "Using source function ARN to control function access behavior".
struct RunningFunction {
  let name: FunctionName
  let execution: Execution

  /// Which role the code runs with.
  enum Execution: Hashable {
    /// The ARN of the execution role.
    case role(String)
    /// The registry does not have the function, or not the version that runs.
    case unknownFunction
    /// The alias sends calls to versions whose execution roles differ.
    case severalRoles([String])
  }

  /// The function of an ARN, which may have a qualifier; `nil` for anything but a function's ARN.
  init?(_ arn: String, in snapshot: Snapshot) throws {
    guard let name = FunctionName(arn) else { return nil }
    self.name = name
    let roles = try Self.roles(of: name, arn, in: snapshot)
    switch roles.count {
    case 0: execution = .unknownFunction
    case 1: execution = roles[0].map(Execution.role) ?? .unknownFunction
    default: execution = .severalRoles(roles.compactMap(\.self).sorted())
    }
  }

  /// The name that Lambda gives the session: the function's, without version or alias, and with a
  /// suffix where that would be too short for AWS STS.
  ///
  /// Source: AWS STS API Reference, "AssumeRole", `RoleSessionName`: at least two characters; the
  /// suffix is what recorded calls show.
  var sessionName: String {
    name.name.utf8.count == 1 ? name.name + "@lambda_function" : name.name
  }

  /// The session as one who makes requests; `nil` where the role is not known.
  ///
  /// - Parameter principal: The record of the role, where the registry has it.
  func caller(knowing principal: Principal?) -> Caller? {
    guard case .role(let arn) = execution, case .role(let role)? = Caller(arn: arn) else {
      return nil
    }
    let session = Caller.roleSession(role, name: sessionName)
    return principal.map { session.knowing($0) } ?? session
  }

  /// The execution roles with which a call can run, each once; `nil` stands for one that is not
  /// known, and the list is empty where the function is not.
  private static func roles(
    of name: FunctionName, _ arn: String, in snapshot: Snapshot
  ) throws -> [String?] {
    guard let qualifier = name.qualifier, qualifier != "$LATEST" else {
      return try snapshot.record(Function.self, arn: name.unqualified).map { [$0.role] } ?? []
    }
    if let version = try snapshot.record(FunctionVersion.self, arn: arn) { return [version.role] }
    guard let alias = try snapshot.record(Alias.self, arn: arn) else { return [] }
    let routed = (try JSONDocument(parsing: Array(alias.routing.utf8))).root.members.map {
      members in
      members.map(\.key)
    }
    let roles = try ([alias.version] + (routed ?? [])).map { version in
      try role(ofVersion: version, of: name, in: snapshot)
    }
    return Array(Set(roles))
  }

  private static func role(
    ofVersion version: String, of name: FunctionName, in snapshot: Snapshot
  ) throws -> String? {
    if version == "$LATEST" {
      return try snapshot.record(Function.self, arn: name.unqualified)?.role
    }
    return try snapshot.record(FunctionVersion.self, arn: "\(name.unqualified):\(version)")?.role
  }
}

extension AccessQueries {
  /// What was not known of the one who asks.
  func assumptions(about subject: Subject) throws -> [Assumption] {
    guard case .function(let arn) = subject, let running = try RunningFunction(arn, in: snapshot)
    else { return [] }
    switch running.execution {
    case .unknownFunction:
      return [
        Assumption(
          code: "unknown-execution-role",
          message: "the registry does not tell with which role \(arn) runs")
      ]
    case .severalRoles(let roles):
      return [
        Assumption(
          code: "several-execution-roles",
          message: "\(arn) runs versions with different roles: \(roles.joined(separator: ", "))")
      ]
    case .role(let role):
      if try principals.principal(arn: role) != nil { return [] }
      return [
        Assumption(
          code: "unknown-execution-role",
          message: "the execution role \(role) of \(arn) is not in the registry")
      ]
    }
  }

  /// The session in which a function runs, with what bears on it; `nil` where its role is not known.
  func party(running arn: String, _ inquiry: Inquiry) throws -> Party? {
    guard let running = try RunningFunction(arn, in: snapshot),
      case .role(let role) = running.execution
    else { return nil }
    let principal = try principals.principal(arn: role)
    guard let caller = running.caller(knowing: principal), let home = caller.home else {
      return nil
    }
    var assembled = inquiry.shared
    if let principal {
      try inquiry.assembly.addPolicies(of: principal, to: &assembled)
    } else {
      // Whatever a role that nobody has seen may hold, it may allow or deny.
      assembled.layers.identity = PolicyLayer([], unknownDocuments: 1)
    }
    try inquiry.assembly.addControls(of: home.account, to: &assembled)
    var section = try inquiry.filler.caller(caller, tags: principal?.tags)
    section[LambdaKeys.sourceFunctionARN] = .value(running.name.unqualified)
    return Party(caller: caller, context: section, assembled: assembled)
  }
}
