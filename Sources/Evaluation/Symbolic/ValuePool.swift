import PolicyLanguage

/// Values for the keys of a cluster that stand for all values.
struct ValuePool {
  private(set) var values: [String] = []
  private(set) var isComplete = true

  init(_ cluster: KeyCluster, in request: AuthorizationRequest, limit: Int) {
    let families = Set(cluster.conditions.map(\.operator.comparison.family)).subtracting([.presence]
    )
    let isText = families.isSubset(of: [.exactText, .caselessText, .pattern, .arn])
    if isText {
      addTexts(cluster, families, in: request, limit: limit)
    } else {
      addTyped(cluster)
      // Texts besides typed values only arise where a key is read in two ways.
      let isUniform = families.count == 1 || families == [.flag, .exactText]
      isComplete = isComplete && (isUniform || families == [.numeric, .date])
      if families.contains(.exactText), !families.contains(.flag) {
        addTexts(cluster, families, in: request, limit: limit)
        isComplete = false
      }
    }
    var seen: Set<String> = []
    values = values.filter { seen.insert($0).inserted }
  }

  // MARK: Typed values

  private mutating func addTyped(_ cluster: KeyCluster) {
    let given = cluster.conditions.flatMap(\.values)
    let families = Set(cluster.conditions.map(\.operator.comparison.family))
    if families.contains(.flag) { values += ["true", "false"] }
    if families.contains(.address) {
      let ranges = given.compactMap { if case .addresses(let range) = $0 { range } else { nil } }
      values += TypedRepresentatives.addresses(ranges).map(\.description)
    }
    if families.contains(.binary) {
      let bytes = given.compactMap { if case .binary(let bytes) = $0 { bytes } else { nil } }
      values += TypedRepresentatives.binaries(bytes)
    }
    if families.contains(.date) {
      addInstants(given)
    } else if families.contains(.numeric) {
      addNumbers(given)
    }
  }

  private mutating func addNumbers(_ given: [ConditionValue]) {
    let bounds = given.compactMap { if case .number(let number) = $0 { number } else { nil } }
    guard let numbers = TypedRepresentatives.numbers(bounds) else {
      values += bounds.map(\.description)
      isComplete = false
      return
    }
    values += numbers
  }

  /// Dates, in seconds since 1970, which date and numeric operators both read. A numeric clause on
  /// such a key counts as one on the instant.
  private mutating func addInstants(_ given: [ConditionValue]) {
    var readings: [InstantReading] = []
    for value in given {
      switch value {
      case .date(let reading): readings.append(reading)
      case .number(let number):
        if let reading = InstantReading(Array(number.description.utf8)) {
          readings.append(reading)
        } else {
          isComplete = false
        }
      default: break
      }
    }
    let hasNumbers = given.contains { if case .number = $0 { true } else { false } }
    values += TypedRepresentatives.instants(readings).map {
      hasNumbers ? String($0.seconds) : $0.description
    }
  }

  // MARK: Texts

  private mutating func addTexts(
    _ cluster: KeyCluster, _ families: Set<ConditionOperator.Comparison.Family>,
    in request: AuthorizationRequest, limit: Int
  ) {
    let linked = VariableTexts(cluster, in: request)
    isComplete = isComplete && linked.areComplete
    var shapes = cluster.conditions.flatMap(\.values).compactMap { TextShape($0) }
    shapes += linked.texts.map { TextShape(literal: $0) }
    for case .callerIs(let test) in cluster.atoms {
      if case .uniqueID(let id) = test.entry {
        shapes += [TextShape(literal: id), TextShape(pattern: id + ":*")]
      }
    }
    let required = required(cluster, families, in: request)
    let found = TextLanguage(shapes + [required]).representatives(limit: limit)
    isComplete = isComplete && found.isComplete
    let language = TextLanguage([required])
    let possible = found.texts.filter { language.allMatch($0) }
    values += possible + fresh(cluster, besides: possible + linked.texts)
  }

  /// What every value of the keys looks like.
  private func required(
    _ cluster: KeyCluster, _ families: Set<ConditionOperator.Comparison.Family>,
    in request: AuthorizationRequest
  ) -> TextShape {
    if cluster.keys == [.userID], let id = request.caller.uniqueID {
      if case .iamUser = request.caller { return TextShape(literal: id) }
      return TextShape(pattern: id + ":?*")
    }
    return families == [.arn] && cluster.keys.count == 1 ? .anyARN : .anyText
  }

  /// For keys that are compared with each other, as many further values as there are keys, so that
  /// all can differ.
  private func fresh(_ cluster: KeyCluster, besides texts: [String]) -> [String] {
    guard cluster.keys.count > 1 else { return [] }
    let named = Set(texts.flatMap(\.unicodeScalars))
    return TextLanguage.freshScalars(except: named, count: cluster.keys.count).map { String($0) }
  }
}
