package import Registry

/// Where a request looks for what it names, when the name alone does not tell.
package struct PermissionPlace {
  package let snapshot: Snapshot
  let account: String?
  let region: String?

  /// A place in the registry that an account and a Region may narrow.
  package init(_ snapshot: Snapshot, account: String?, region: String?) {
    self.snapshot = snapshot
    self.account = account
    self.region = region
  }

  /// The ARN of a function, version or alias; nothing proves yet that it is there.
  ///
  /// - Throws: `AWSRefusal` for a qualifier that contradicts the name and for another Region;
  ///   `NameError` where the registry cannot tell the account or the Region.
  func target(
    _ function: FunctionName, qualifier given: String?, _ operation: LambdaOperation
  ) throws -> FunctionTarget {
    if let own = function.qualifier, let given, own != given {
      throw AWSRefusal(
        "InvalidParameterValueException", operation,
        "The derived qualifier from the function name does not match the specified qualifier.")
    }
    if let named = function.region, let region, named != region {
      throw AWSRefusal(
        "ResourceNotFoundException", operation,
        "Functions from '\(named)' are not reachable in this region ('\(region)')")
    }
    let arn = try arn(
      of: "function", function.name, (function.account, function.region, function.partition),
      among: [.function, .resourcePolicy])
    return FunctionTarget(function: arn, qualifier: function.qualifier ?? given)
  }

  /// The ARN of a resource: made of what is known of it, else found by its name.
  func arn(
    of type: String, _ name: String,
    _ known: (account: String?, region: String?, partition: String?), among kinds: [RecordKind]
  ) throws -> String {
    let account = known.account ?? account
    let region = known.region ?? region
    if let account, let region {
      let partition = known.partition ?? region.partitionOfRegion
      return "arn:\(partition):lambda:\(region):\(account):\(type):\(name)"
    }
    let resolver = NameResolver(snapshot, account: account, region: region)
    do {
      // A slash never stands in these names, so no fragment of another name is taken for it.
      return try resolver.resolve("\(type)/\(name)", among: kinds).arn
    } catch NameError.unknown {
      throw NameError.unknown(name, kinds: [kinds[0]], suggestions: near(name, resolver, kinds))
    }
  }

  /// Names that may have been meant.
  private func near(_ name: String, _ resolver: NameResolver, _ kinds: [RecordKind]) -> [String] {
    do {
      return [try resolver.resolve(name, among: kinds).arn]
    } catch NameError.unknown(_, _, let suggestions) {
      return suggestions
    } catch NameError.ambiguous(_, let candidates) {
      return candidates
    } catch {
      return []
    }
  }
}

/// A function, or one of its versions or aliases.
struct FunctionTarget {
  /// The ARN without a qualifier.
  let function: String
  let qualifier: String?

  /// The ARN that carries the policy.
  var arn: String { qualifier.map { "\(function):\($0)" } ?? function }

  /// Whether the qualifier can only be an alias.
  private var isAlias: Bool {
    guard let qualifier else { return false }
    return !qualifier.isLatest && !qualifier.utf8.allSatisfy(\.isDigit)
  }

  /// Refuses a target that the registry does not know. A policy on it proves that it is there.
  ///
  /// - Parameter missing: how the operation words a missing function or version, before its ARN.
  func checkExistence(
    in snapshot: Snapshot, _ operation: LambdaOperation, missing: String
  ) throws {
    guard try !isThere(in: snapshot) else { return }
    let hasFunction = try hasFunction(in: snapshot)
    let words = isAlias && hasFunction ? "Cannot find alias arn" : missing
    throw AWSRefusal("ResourceNotFoundException", operation, "\(words): \(arn)")
  }

  private func isThere(in snapshot: Snapshot) throws -> Bool {
    if try snapshot.row(of: .resourcePolicy, key: [arn]) != nil { return true }
    guard let qualifier else { return try hasFunction(in: snapshot) }
    if qualifier.isLatest { return try hasFunction(in: snapshot) }
    return try snapshot.row(of: isAlias ? .alias : .version, key: [arn]) != nil
  }

  private func hasFunction(in snapshot: Snapshot) throws -> Bool {
    for kind in [RecordKind.function, .resourcePolicy]
    where try snapshot.row(of: kind, key: [function]) != nil {
      return true
    }
    return false
  }
}
