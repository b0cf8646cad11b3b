import Evaluation
import PolicyLanguage
import Registry

extension AccessQueries {
  /// Everyone who can do what is asked, certainly or under conditions, in the order of their names.
  ///
  /// Cost: the candidates that the index finds, not the principals of the registry.
  package func whoCan(_ question: AccessQuestion) throws -> [AccessAnswer] {
    let inquiry = try Inquiry(question, self)
    var answers: [AccessAnswer] = []
    for subject in try subjects(inquiry).sorted(by: Subject.precedes) {
      let answer = try judge(subject, inquiry, keepsDenied: false)
      if answer.outcome != .denied {
        answers.append(answer)
      }
    }
    return answers
  }

  /// Everyone of whom the answer might be anything but no.
  private func subjects(_ inquiry: Inquiry) throws -> Set<Subject> {
    let owner = inquiry.assembly.resourceAccount
    let named = try NamedPrincipals(inquiry, library)
    var rows = try identityCandidates(inquiry, named, owner)
    var subjects = named.outsiders
    let known = try snapshot.accountsWithPrincipals()
    for account in named.accounts where account != owner {
      subjects.insert(known.contains(account) ? .rootUser(account: account) : .account(account))
    }
    if let owner {
      subjects.insert(.rootUser(account: owner))
      if named.includesEveryone {
        rows.formUnion(try principals.principals(of: owner))
      }
    }
    for arn in named.principals {
      if let id = try snapshot.resourceID(arn), try principals.principal(id) != nil {
        rows.insert(id)
      } else if ARN(arn).map({ !known.contains(String($0.account)) }) ?? false {
        subjects.insert(.external(arn: arn))
      }
    }
    for id in named.uniqueIDs {
      rows.formUnion(try snapshot.principals(withUniqueID: id))
    }
    for id in rows {
      guard let principal = try principals.principal(id) else { continue }
      subjects.insert(principal.subject)
    }
    return subjects
  }

  /// The principals whose own policies may allow it, or are not all known.
  private func identityCandidates(
    _ inquiry: Inquiry, _ named: NamedPrincipals, _ owner: String?
  ) throws -> Set<Int64> {
    let index = GrantIndex(snapshot)
    let resource = inquiry.question.takesNoResource ? "*" : inquiry.question.resource
    let documents = try index.candidates(action: inquiry.question.action, resource: resource)
    // Beyond the owner's account the resource's policy must let in as well.
    let account = named.reachesOtherAccounts ? nil : owner
    return Set(try index.holders(of: documents, in: account))
      .union(try index.holdersOfUnknown(in: account))
  }
}

/// Whom the Allow statements of the resource's own policies name.
private struct NamedPrincipals {
  var includesEveryone = false
  var accounts: Set<String> = []
  var principals: Set<String> = []
  var uniqueIDs: Set<String> = []
  var outsiders: Set<Subject> = []

  init(_ inquiry: Inquiry, _ library: PolicyLibrary) throws {
    for holding in try inquiry.assembly.resourcePolicies() {
      guard let id = holding.document, let document = try library.policy(id).document else {
        // Nobody knows whom an invalid policy names.
        includesEveryone = true
        continue
      }
      for statement in document.statements where statement.effect == .allow {
        insert(statement.principal)
      }
    }
    if includesEveryone {
      outsiders.formUnion([.anyPrincipal, .anonymous])
    }
  }

  /// Whether anyone outside the owner's account may be meant.
  var reachesOtherAccounts: Bool { includesEveryone || !accounts.isEmpty || !principals.isEmpty }

  private mutating func insert(_ element: PrincipalElement?) {
    guard let element else { return }
    if element.isNegated {
      includesEveryone = true
      return
    }
    for entry in element.entries {
      switch entry {
      case .everyone: includesEveryone = true
      case .account(let id, _): accounts.insert(id)
      case .arn(let arn): insert(arn: arn)
      case .uniqueID(let id): uniqueIDs.insert(id)
      case .service(let name): outsiders.insert(.service(name))
      case .federated(let provider): outsiders.insert(.identityProvider(provider))
      case .canonicalUser: break
      }
    }
  }

  private mutating func insert(arn: String) {
    switch Caller(arn: arn) {
    case .roleSession, .federatedUser: outsiders.insert(.session(arn: arn))
    default: principals.insert(arn)
    }
  }
}

extension Principal {
  /// The principal as the subject of an answer.
  package var subject: Subject {
    if case .iamUser? = Caller(arn: arn) { return .user(arn: arn) }
    return .role(arn: arn)
  }
}

extension Subject {
  /// The order of answers: kinds together, names ascending by their bytes.
  static func precedes(_ left: Subject, _ right: Subject) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    return left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
  }

  private var rank: Int {
    switch self {
    case .anonymous: 0
    case .anyPrincipal: 1
    case .account: 2
    case .external: 3
    case .identityProvider: 4
    case .service: 5
    case .rootUser: 6
    case .session: 7
    case .role: 8
    case .user: 9
    }
  }
}
