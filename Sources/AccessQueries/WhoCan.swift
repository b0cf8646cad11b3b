import Evaluation
import PolicyLanguage
import Registry

extension AccessQueries {
  /// Everyone who can do what is asked, certainly or under conditions, in the order of their names.
  ///
  /// Cost: the candidates that the index finds, not the principals of the registry.
  package func whoCan(_ question: AccessQuestion) throws -> [AccessAnswer] {
    var inquiry = try Inquiry(question, self)
    let candidates = try GrantIndex(snapshot).candidates(
      action: question.action, resource: question.takesNoResource ? "*" : question.resource)
    inquiry.assembly.relevant = candidates.relevant
    var answers: [AccessAnswer] = []
    for subject in Subject.ordered(try subjects(inquiry, candidates)) {
      let answer = try judge(subject, inquiry, keepsDenied: false)
      if answer.outcome != .denied {
        answers.append(answer)
      }
    }
    return answers
  }

  /// Everyone of whom the answer might be anything but no.
  private func subjects(
    _ inquiry: Inquiry, _ candidates: CandidateDocuments
  ) throws -> Set<Subject> {
    let owner = inquiry.assembly.resourceAccount
    let named = try NamedPrincipals(inquiry, library)
    var rows = try holders(of: candidates, in: named.accounts(with: owner))
    var subjects = named.outsiders
    for account in named.accounts where account != owner {
      let isKnown = try snapshot.hasPrincipals(in: account)
      subjects.insert(isKnown ? .rootUser(account: account) : .account(account))
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
      } else if let account = ARN(arn)?.account, try !snapshot.hasPrincipals(in: String(account)) {
        subjects.insert(.external(arn: arn))
      }
    }
    for id in named.uniqueIDs {
      rows.formUnion(try snapshot.principals(withUniqueID: id))
    }
    try principals.prepare(rows.sorted())
    for id in rows {
      guard let principal = try principals.principal(id) else { continue }
      subjects.insert(principal.subject)
    }
    return subjects
  }

  /// The principals whose own policies may allow it, or are not all known.
  private func holders(
    of candidates: CandidateDocuments, in accounts: Set<String>?
  ) throws -> Set<Int64> {
    let index = GrantIndex(snapshot)
    return try index.holders(of: candidates.granting.union(candidates.invalid), in: accounts)
      .union(try index.holdersOfUndescribed(in: accounts))
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

  /// The accounts whose principals their own policies may let in; `nil` stands for all. Beyond the
  /// owner's account the resource's policy must let in as well.
  func accounts(with owner: String?) -> Set<String>? {
    guard let owner, !includesEveryone else { return nil }
    return accounts.union([owner])
  }

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
  /// Subjects in the order of answers: kinds together, names ascending by their bytes.
  static func ordered(_ subjects: Set<Subject>) -> [Subject] {
    subjects.map { (rank: $0.rank, name: Array($0.name.utf8), subject: $0) }
      .sorted { left, right in
        left.rank == right.rank
          ? left.name.lexicographicallyPrecedes(right.name) : left.rank < right.rank
      }
      .map(\.subject)
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
    case .function: 8
    case .role: 9
    case .user: 10
    }
  }
}
