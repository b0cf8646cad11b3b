import PolicyLanguage

/// For each unknown of some atoms, the choices that stand for all.
struct UnknownDomains {
  private(set) var choices: [(unknown: Unknown, choices: [Choice])] = []
  /// Whether every choice is as good as one that is listed, as far as the atoms can tell.
  private(set) var areComplete = true

  init(_ atoms: [ConditionAtom], in request: AuthorizationRequest) {
    var seen: Set<Unknown> = []
    let unknowns = atoms.flatMap { $0.unknowns(in: request) }.filter { seen.insert($0).inserted }
    let keys = unknowns.compactMap { if case .key(let key) = $0 { key } else { nil } }
    for cluster in KeyCluster.clusters(of: keys, atoms, in: request) {
      let domain = KeyDomain(cluster, in: request)
      areComplete = areComplete && domain.isComplete
      for key in cluster.keys {
        choices.append((.key(key), domain.states(of: key).map(Choice.state)))
      }
    }
    for unknown in unknowns {
      switch unknown {
      case .key: break
      case .session: choices.append((.session, UnknownDomains.sessionNames(in: atoms)))
      case .fact: choices.append((unknown, [.answer(false), .answer(true)]))
      }
    }
  }

  /// The names that entries spell out, and one that none does.
  private static func sessionNames(in atoms: [ConditionAtom]) -> [Choice] {
    var names: [String] = []
    for case .callerIs(let test) in atoms {
      if case .session(_, _, let name) = test.entry, !names.contains(name) { names.append(name) }
    }
    return [.sessionName(Caller.freshSessionName)] + names.map(Choice.sessionName)
  }
}

/// Keys whose values are compared with each other through policy variables, and all that is asked of
/// them.
struct KeyCluster {
  private(set) var keys: [ContextKey]
  private(set) var atoms: [ConditionAtom]

  /// The keys in groups, two of a group where one atom asks of both.
  static func clusters(
    of keys: [ContextKey], _ atoms: [ConditionAtom], in request: AuthorizationRequest
  ) -> [KeyCluster] {
    var clusters = keys.map { KeyCluster(keys: [$0], atoms: []) }
    for atom in atoms {
      let open = Set(atom.keys.filter { request.context.state(of: $0) == .unknown })
      guard !open.isEmpty else { continue }
      let touched = clusters.filter { !open.isDisjoint(with: $0.keys) }
      let merged = KeyCluster(
        keys: touched.flatMap(\.keys), atoms: touched.flatMap(\.atoms) + [atom])
      clusters = clusters.filter { open.isDisjoint(with: $0.keys) } + [merged]
    }
    return clusters.filter { !$0.keys.isEmpty }
  }

  /// The clauses on a key.
  func conditions(on key: ContextKey) -> [CompiledCondition] {
    atoms.compactMap {
      if case .condition(let test) = $0, test.condition.key == key { test.condition } else { nil }
    }
  }

  /// The clauses on any of the keys. Others only have one of them in a variable.
  var conditions: [CompiledCondition] {
    atoms.compactMap {
      if case .condition(let test) = $0, keys.contains(test.condition.key) {
        test.condition
      } else {
        nil
      }
    }
  }
}
