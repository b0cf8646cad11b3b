import Evaluation
import PolicyLanguage
package import Registry

/// Answers questions about access from a snapshot of the registry.
///
/// The road is the same for each: names become rows, rows become policies, policies become layers,
/// and the evaluator decides.
package final class AccessQueries {
  package let snapshot: Snapshot
  let library: PolicyLibrary
  let principals: PrincipalReader
  let organizations: OrganizationReader
  let conditions = ConditionFinder()
  /// How many requests were evaluated.
  package private(set) var evaluations = 0
  /// What took part in decisions; `nil` where nobody wants to know.
  var exercise: StatementExercise?

  package init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    library = PolicyLibrary(snapshot)
    principals = PrincipalReader(snapshot)
    organizations = OrganizationReader(snapshot)
  }

  /// How many documents were read.
  package var documents: Int { library.count }

  /// Whether one subject can do what is asked, and what the request needs beside.
  ///
  /// - Parameter isFull: whether the answer also tells what came near.
  package func can(
    _ subject: Subject, _ question: AccessQuestion, isFull: Bool = false
  ) throws -> AccessAnswer {
    var answer = try judge(subject, Inquiry(question, self), isFull: isFull)
    answer.needed += try NeedReader(queries: self, question: question, subject: subject).needs()
    return answer
  }

  /// What was not known when a question was answered.
  package func assumptions(of question: AccessQuestion) throws -> [Assumption] {
    try AssumptionReader(queries: self, question: question).assumptions()
  }

  /// Decides for one subject, by all permissions that AWS decides together.
  func judge(
    _ subject: Subject, _ inquiry: Inquiry, isFull: Bool = false, keepsDenied: Bool = true
  ) throws -> AccessAnswer {
    guard let call = inquiry.urlCall else {
      return try decide(subject, inquiry, isFull: isFull, keepsDenied: keepsDenied)
    }
    if call.refuses(subject) { return AccessAnswer(deniedTo: subject, by: .implicitlyDenied) }
    var answer = try decide(subject, inquiry, isFull: isFull, keepsDenied: keepsDenied)
    if !keepsDenied && answer.outcome == .denied { return answer }
    for other in inquiry.companions {
      let second = try decide(subject, other, isFull: isFull)
      answer.require(second, of: other.question, for: FunctionURLCall.purpose)
    }
    answer.outcome = call.settled(answer.outcome, for: subject)
    return answer
  }

  /// Decides for one subject by one permission.
  private func decide(
    _ subject: Subject, _ inquiry: Inquiry, isFull: Bool = false, keepsDenied: Bool = true
  ) throws -> AccessAnswer {
    guard let party = try party(subject, inquiry) else {
      return AccessAnswer(unknown: subject)
    }
    let request = try inquiry.request(by: party)
    evaluations += 1
    exercise?.record(request, party.assembled)
    let decision = Evaluator.evaluate(request, party.assembled.layers)
    let finding = try finding(decision, on: request, party, subject)
    if finding.outcome == .denied && !keepsDenied {
      return AccessAnswer(deniedTo: subject, by: finding.verdict)
    }
    let explanation = Evaluator.explain(request, party.assembled.layers)
    let citations = CitationWriter(assembled: party.assembled, library: library)
    return AccessAnswer(
      subject: subject, outcome: finding.outcome, verdict: finding.verdict,
      grants: try citations.grants(explanation), denies: try citations.denies(explanation),
      obstacles: finding.outcome == .allowed ? [] : explanation.obstacles,
      nearMisses: isFull ? try citations.nearMisses(explanation) : [],
      uncertain: finding.uncertain.codes, unknownPolicies: party.assembled.unknown,
      condition: finding.condition)
  }

  /// What a decision comes to, its condition solved where facts are open that bear on it.
  private func finding(
    _ decision: Decision, on request: AuthorizationRequest, _ party: Party, _ subject: Subject
  ) throws -> Finding {
    if decision.verdict == .allowed || decision.openFacts.isEmpty { return Finding(decision) }
    return Finding(
      decision,
      try conditions.condition(of: request, party.assembled.layers, subject: subject))
  }

  /// The caller, its part of the context, and the layers that bear on it; `nil` for a function whose
  /// execution role is not known.
  func party(_ subject: Subject, _ inquiry: Inquiry) throws -> Party? {
    var assembled = inquiry.shared
    let caller: Caller
    var tags: Tags?
    switch inquiry.urlCall?.caller(for: subject) ?? subject {
    case .user(let arn), .role(let arn):
      guard let principal = try principals.principal(arn: arn) else {
        return try stranger(arn, inquiry)
      }
      caller = principal.caller
      tags = principal.tags
      try inquiry.assembly.addPolicies(of: principal, to: &assembled)
    case .session(let arn):
      guard let principal = try sessionPrincipal(arn), let session = Caller(arn: arn) else {
        return try stranger(arn, inquiry)
      }
      caller = session.knowing(principal)
      tags = principal.tags
      try inquiry.assembly.addPolicies(of: principal, to: &assembled)
    case .function(let arn): return try party(running: arn, inquiry)
    case .rootUser(let account), .account(let account):
      caller = .rootUser(.init(account: account))
    case .external(let arn): return try stranger(arn, inquiry)
    case .service(let name): caller = .service(name)
    case .identityProvider(let name): caller = .identityProvider(name)
    case .anonymous: caller = .anonymous
    case .anyPrincipal: return try anyPrincipal(inquiry)
    }
    if let account = caller.home?.account {
      try inquiry.assembly.addControls(of: account, to: &assembled)
    }
    var section = try inquiry.filler.caller(caller, tags: tags)
    LambdaKeys.describe(caller, in: &section)
    return Party(caller: caller, context: section, assembled: assembled)
  }

  /// The role behind a session's ARN, which tells its name but not its path.
  private func sessionPrincipal(_ arn: String) throws -> Principal? {
    guard case .roleSession(let role, _)? = Caller(arn: arn) else { return nil }
    let found = try snapshot.roleARN(named: role.name, in: role.home.account)
    return try found.flatMap { try principals.principal(arn: $0) }
  }

  /// A principal of which the registry has no record: as far as its own account goes, it may.
  private func stranger(_ arn: String, _ inquiry: Inquiry) throws -> Party {
    guard let caller = Caller(arn: arn) else { throw UnknownSubject(text: arn) }
    var assembled = inquiry.shared
    assembled.layers.identity = PolicyLayer([.everything])
    if let account = caller.home?.account {
      try inquiry.assembly.addControls(of: account, to: &assembled)
    }
    var section = try inquiry.filler.caller(caller, tags: nil)
    LambdaKeys.describe(caller, in: &section)
    return Party(caller: caller, context: section, assembled: assembled)
  }

  /// Somebody of some account: nothing is known of him but that he signs.
  private func anyPrincipal(_ inquiry: Inquiry) throws -> Party {
    var assembled = inquiry.shared
    assembled.layers.identity = PolicyLayer([.everything])
    let home = Caller.AccountIdentity(account: "")
    let caller = Caller.iamUser(.init(home, name: ""))
    var section = ContextSection()
    section[.principalIsAWSService] = .value("false")
    section[ContextKey("aws:SourceArn")] = .absent
    section[ContextKey("aws:SourceAccount")] = .absent
    if !inquiry.question.context.isComplete {
      for key in [ContextKey.principalARN, .principalAccount, .principalOrgID] {
        section[key] = .unknown
      }
    }
    return Party(caller: caller, context: section, assembled: assembled)
  }
}

/// A caller with everything that bears on it.
struct Party {
  let caller: Caller
  let context: ContextSection
  let assembled: AssembledLayers
}

/// A question with what all its callers share.
struct Inquiry {
  let question: AccessQuestion
  var assembly: LayerAssembly
  let filler: ContextFiller
  let shared: AssembledLayers
  /// Where a function's URL is called.
  let urlCall: FunctionURLCall?
  /// The further permissions that AWS decides together with this one.
  let companions: [Inquiry]
  private let resourceContext: ContextSection
  private let requestContext: ContextSection

  init(_ question: AccessQuestion, _ queries: AccessQueries) throws {
    let call = try FunctionURLCall(question, in: queries.snapshot)
    let others = try call.map {
      [try Inquiry($0.invocation(of: question), queries, urlCall: $0, companions: [])]
    }
    try self.init(question, queries, urlCall: call, companions: others ?? [])
  }

  private init(
    _ question: AccessQuestion, _ queries: AccessQueries, urlCall: FunctionURLCall?,
    companions: [Inquiry]
  ) throws {
    self.question = question
    self.urlCall = urlCall
    self.companions = companions
    assembly = LayerAssembly(
      question: question, library: queries.library, principals: queries.principals,
      organizations: queries.organizations, snapshot: queries.snapshot)
    filler = ContextFiller(
      snapshot: queries.snapshot, organizations: queries.organizations, question: question)
    shared = try assembly.shared()
    var resource = try filler.resource()
    try LambdaKeys(snapshot: queries.snapshot, question: question).describe(in: &resource)
    resourceContext = resource
    requestContext = filler.request()
  }

  func request(by party: Party) throws -> AuthorizationRequest {
    AuthorizationRequest(
      caller: party.caller, action: ActionName(question.action),
      resource: ResourceName(question.resource, account: question.resourceAccount),
      context: RequestContext(
        request: requestContext, caller: party.context, resource: resourceContext,
        isComplete: question.context.isComplete),
      takesNoResource: question.takesNoResource)
  }
}

/// Text that names nobody who could make a request.
package struct UnknownSubject: Error, Sendable, CustomStringConvertible {
  package let text: String

  package var description: String {
    "`\(text)` is not the ARN of a user, a role, a session or a root user"
  }
}

extension CompiledPolicy {
  /// What a principal may hold whose own account's policies are not known.
  static let everything = CompiledPolicy(
    PolicyDocument(
      version: .v2012,
      statements: [
        Statement(effect: .allow, action: ActionElement(["*"]), resource: ResourceElement(["*"]))
      ]))
}

extension Principal {
  /// The principal as one who makes requests.
  var caller: Caller {
    switch Caller(arn: arn) {
    case .iamUser(let user):
      return .iamUser(
        .init(user.home, name: user.name, path: user.path, uniqueID: uniqueID))
    case .role(let role):
      return .role(.init(role.home, name: role.name, path: role.path, uniqueID: uniqueID))
    case let other: return other ?? .anonymous
    }
  }
}

extension Caller {
  /// A session that knows the role behind it.
  func knowing(_ principal: Principal) -> Caller {
    guard case .roleSession(_, let name) = self, case .role(let role) = principal.caller else {
      return self
    }
    return .roleSession(role, name: name)
  }
}

extension AccessAnswer {
  /// The short answer for one of many who are denied.
  init(deniedTo subject: Subject, by verdict: Verdict) {
    self.init(
      subject: subject, outcome: .denied, verdict: verdict, grants: [], denies: [], obstacles: [],
      nearMisses: [], uncertain: [], unknownPolicies: [])
  }

  /// The answer for somebody of whom too little is known to ask the policies.
  init(unknown subject: Subject) {
    self.init(
      subject: subject, outcome: .unknown, verdict: .implicitlyDenied, grants: [], denies: [],
      obstacles: [], nearMisses: [], uncertain: UncertainRules.unknownCaller.codes,
      unknownPolicies: [])
  }
}
