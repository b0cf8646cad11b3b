import Evaluation
import PolicyLanguage
import Registry

/// Finds and decides what a request to Lambda needs beside its own action.
struct NeedReader {
  let queries: AccessQueries
  let question: AccessQuestion
  let subject: Subject

  private typealias Need = NeededPermission.Need

  /// A permission on one resource, or on a pattern of resources.
  private struct Target {
    var resource: String
    var need: Need
    var isPattern = false
  }

  /// The permissions in the order of the table; empty for actions that need none, and for those who
  /// call no such operation themselves.
  func needs() throws -> [NeededPermission] {
    guard ActionName(question.action).service == "lambda", isCaller else { return [] }
    let operation = question.action.dropFirst("lambda:".utf8.count).lowercased()
    var found: [NeededPermission] = []
    for row in DependentPermission.table
    where row.operations.contains(where: { $0.lowercased() == operation }) {
      for target in try targets(of: row) {
        found.append(try permission(row, target))
      }
    }
    return found
  }

  private var isCaller: Bool {
    switch subject {
    case .user, .role, .session, .function, .rootUser, .external: true
    case .account, .service, .identityProvider, .anyPrincipal, .anonymous: false
    }
  }

  // MARK: What is needed

  private func targets(of row: DependentPermission) throws -> [Target] {
    let stated: Need = row.isOptional ? .optional : .required
    switch row.object {
    case .resource: return [Target(resource: function, need: stated)]
    case .passedRole: return role(unless: .required)
    case .passedRoleIfChanged: return role(unless: .conditional)
    case .knownRole:
      return question.parameters.passedRole.map { [Target(resource: $0, need: stated)] } ?? []
    case .passed(let service, let type):
      return try passed(service, type).map { Target(resource: $0, need: stated) }
    case .nothing(let service):
      return try passed(service, "").isEmpty ? [] : [Target(resource: "*", need: stated)]
    case .tagged: return tagged(stated)
    case .network:
      let keys = ["lambda:SubnetIds", "lambda:SecurityGroupIds", "lambda:VpcIds"]
      return keys.contains(where: question.context.gives)
        ? [Target(resource: "*", need: stated)] : []
    case .codeSigningConfig: return codeSigningConfig(stated)
    }
  }

  private var function: String {
    FunctionName(question.resource)?.unqualified ?? question.resource
  }

  private func role(unless need: Need) -> [Target] {
    if let role = question.parameters.passedRole {
      return [Target(resource: role, need: .required)]
    }
    // AWS: a role can be passed only within its account ("Grant a user permissions to pass a role").
    guard let arn = ARN(question.resource), !arn.account.isEmpty else {
      return [Target(resource: "arn:*:iam::*:role/*", need: need, isPattern: true)]
    }
    let every = "arn:\(arn.partition):iam::\(arn.account):role/*"
    return [Target(resource: every, need: need, isPattern: true)]
  }

  private func passed(_ service: String, _ type: String) throws -> [String] {
    var found = question.parameters.resources(of: service, type: type)
    if type == "layer:" {
      found += question.context.values(of: "lambda:Layer").filter { !found.contains($0) }
    }
    let mapping = try snapshot.record(EventSourceMapping.self, arn: question.resource)
    if let source = mapping?.source, ARN(source)?.service[...] == service[...],
      !found.contains(source)
    {
      found.append(source)
    }
    return found
  }

  private func tagged(_ need: Need) -> [Target] {
    let context = question.context
    guard !context.requestTags.isEmpty || context.gives("aws:TagKeys") else { return [] }
    guard question.takesNoResource else { return [Target(resource: function, need: need)] }
    guard let arn = ARN(question.resource) else { return [] }
    let home = "arn:\(arn.partition):lambda:\(arn.region):\(arn.account)"
    return [Target(resource: "\(home):event-source-mapping:*", need: need, isPattern: true)]
  }

  private func codeSigningConfig(_ need: Need) -> [Target] {
    guard let arn = ARN(question.resource), FunctionName(question.resource) != nil else {
      return []
    }
    let given =
      question.parameters.resources(of: "lambda", type: "code-signing-config:").first
      ?? question.context.value(of: "lambda:CodeSigningConfigArn")
    if let given { return [Target(resource: given, need: need)] }
    let home = "arn:\(arn.partition):lambda:\(arn.region):\(arn.account)"
    return [Target(resource: "\(home):code-signing-config:*", need: need, isPattern: true)]
  }

  // MARK: Deciding

  private var snapshot: Snapshot { queries.snapshot }

  private func permission(
    _ row: DependentPermission, _ target: Target
  ) throws -> NeededPermission {
    var best: NeededPermission?
    for action in row.actions {
      let found = try permission(action, row, target)
      if best.map({ $0.outcome.and(found.outcome) != found.outcome }) ?? true { best = found }
    }
    return best
      ?? NeededPermission(
        "", on: target.resource, target.need, for: row.purpose, outcome: .unknown)
  }

  private func permission(
    _ action: String, _ row: DependentPermission, _ target: Target
  ) throws -> NeededPermission {
    let asked = AccessQuestion(
      action: action, resource: target.resource, takesNoResource: target.resource == "*",
      context: context(for: action, by: row.actor))
    guard let actor = try actor(of: row) else {
      return NeededPermission(
        action, on: target.resource, target.need, for: row.purpose, outcome: .unknown)
    }
    if target.isPattern {
      let decision = try queries.decide(actor, overPatternOf: asked)
      return NeededPermission(
        action, on: target.resource, target.need, for: row.purpose, outcome: decision.outcome,
        patterns: decision.outcome == .conditional ? decision.patterns : [])
    }
    var answer = try queries.judge(actor, try Inquiry(asked, queries))
    if try hangsOnUnknownPolicy(answer, target.resource) { answer.outcome = .unknown }
    return NeededPermission(
      action, on: target.resource, target.need, for: row.purpose, answer: answer)
  }

  private func actor(of row: DependentPermission) throws -> Subject? {
    switch row.actor {
    case .caller: return subject
    case .lambda: return .service("lambda.amazonaws.com")
    case .executionRole:
      let mapping = try snapshot.record(EventSourceMapping.self, arn: question.resource)
      let function = try RunningFunction(mapping?.function ?? question.resource, in: snapshot)
      guard case .role(let role)? = function?.execution,
        try queries.principals.principal(arn: role) != nil
      else { return nil }
      return .role(arn: role)
    }
  }

  /// Whether only the resource's own policy stands in the way, and nobody ever looked at it.
  private func hangsOnUnknownPolicy(_ answer: AccessAnswer, _ resource: String) throws -> Bool {
    guard answer.outcome == .denied, answer.verdict == .implicitlyDenied, let arn = ARN(resource),
      answer.obstacles.allSatisfy({ $0.layer.kind == .resource })
    else { return false }
    if arn.service == "iam" { return try queries.principals.principal(arn: resource) == nil }
    if try snapshot.resourcePolicy(of: resource) != nil { return false }
    return try arn.service != "lambda"
      || !snapshot.hasCoverage(
        "lambda get-layer-version-policy", account: String(arn.account),
        region: String(arn.region))
  }

  /// What is known of the context in which AWS decides a further permission.
  private func context(
    for action: String, by actor: DependentPermission.Actor
  ) -> SuppliedContext {
    switch actor {
    case .lambda:
      // What Lambda says of itself when it assumes a role is not documented.
      return SuppliedContext()
    case .executionRole:
      // AWS: the key is not there when Lambda reads an event source ("Using source function ARN").
      return SuppliedContext(
        values: ["lambda:SourceFunctionArn": []], isComplete: question.context.isComplete)
    case .caller: break
    }
    let isTagging = action == "lambda:TagResource"
    var context = question.context
    for key in context.values.keys where !Self.isShared(key, isTagging: isTagging) {
      context.remove(key)
    }
    // The further permissions are asked about within the one request, which goes to Lambda's Region.
    if let region = ARN(question.resource)?.region, !region.isEmpty,
      !context.gives("aws:RequestedRegion")
    {
      context.set("aws:RequestedRegion", to: [String(region)])
    }
    if action == "iam:PassRole" {
      context.set("iam:PassedToService", to: ["lambda.amazonaws.com"])
      context.set("iam:AssociatedResourceArn", to: [function])
    }
    return context
  }

  /// Whether a key that was given for the action asked about holds for a further permission too:
  /// those of caller, session and network do.
  private static func isShared(_ key: String, isTagging: Bool) -> Bool {
    let folded = key.lowercased()
    if folded == "lambda:sourcefunctionarn" { return true }
    guard folded.hasPrefix("aws:"), !folded.hasPrefix("aws:resource") else { return false }
    return isTagging || !(folded.hasPrefix("aws:requesttag/") || folded == "aws:tagkeys")
  }
}

extension SuppliedContext {
  /// The values that were given for a key.
  func values(of key: String) -> [String] {
    values.filter { $0.key.lowercased() == key.lowercased() }.flatMap(\.value)
  }

  /// Whether the request was said to have a key.
  func gives(_ key: String) -> Bool { !values(of: key).isEmpty }
}
