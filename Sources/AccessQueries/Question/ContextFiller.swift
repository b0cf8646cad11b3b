import Evaluation
import PolicyLanguage
import Registry

/// Fills a request's context with what the registry knows of principal and resource.
///
/// Source: IAM User Guide, "AWS global condition context keys".
struct ContextFiller {
  let snapshot: Snapshot
  let organizations: OrganizationReader
  let question: AccessQuestion

  /// The keys of a user or role and its account.
  func caller(_ caller: Caller, tags: Tags?) throws -> ContextSection {
    var section = caller.derivedContext(isComplete: question.context.isComplete)
    if let account = caller.home?.account {
      try describePlace(of: account, as: "Principal", in: &section)
    }
    if let tags {
      describe(tags, as: "aws:PrincipalTag", in: &section)
    }
    switch caller {
    case .service(let name): try describeService(name, in: &section)
    case .rootUser, .anonymous: section.close(family: "aws:PrincipalTag")
    default: break
    }
    return section
  }

  /// The keys of a service that calls as itself, which has neither organization nor tags.
  ///
  /// Of its further names nothing is known: only where the context is complete is its own name taken
  /// for the whole list. The account and organization behind the call follow from the source that was
  /// given.
  private func describeService(_ name: String, in section: inout ContextSection) throws {
    section[.principalOrgID] = .absent
    section[.principalOrgPaths] = .absent
    section.close(family: "aws:PrincipalTag")
    if question.context.isComplete { section[.principalServiceNames] = .value(name) }
    let supplied = question.context
    let source = supplied.value(of: Self.sourceARN).flatMap { ARN($0) }.map { String($0.account) }
    guard let account = supplied.value(of: Self.sourceAccount) ?? source, !account.isEmpty else {
      return
    }
    section[Self.sourceAccount] = .value(account)
    try describePlace(of: account, as: "Source", in: &section)
  }

  private static let sourceARN = ContextKey("aws:SourceArn")
  private static let sourceAccount = ContextKey("aws:SourceAccount")

  /// The keys of the resource and the account that owns it.
  func resource() throws -> ContextSection {
    var section = ContextSection()
    let arn = ARN(question.resource)
    let account = arn.map { String($0.account) }.flatMap { $0.isEmpty ? nil : $0 }
    if let owner = account ?? question.resourceAccount {
      section[ContextKey("aws:ResourceAccount")] = .value(owner)
      try describePlace(of: owner, as: "Resource", in: &section)
    }
    if let tags = try tags(of: question.resource) {
      describe(tags, as: "aws:ResourceTag", in: &section)
    }
    return section
  }

  /// The keys of the request itself: those that were given, and those that it always has.
  func request() -> ContextSection {
    var section = ContextSection()
    section[ContextKey("aws:SecureTransport")] = .value("true")
    if let region { section[ContextKey("aws:RequestedRegion")] = .value(region) }
    for (key, value) in time?.keys ?? [] { section[key] = .value(value) }
    for (key, values) in question.context.values.sorted(by: { $0.key < $1.key }) {
      section[ContextKey(key)] = values.isEmpty ? .absent : .values(values.map { ContextValue($0) })
    }
    return section
  }

  /// The Region that answers the request; `nil` where nothing tells.
  private var region: String? {
    let arn = ARN(question.resource)
    if let region = arn.map({ String($0.region) }), !region.isEmpty { return region }
    // AWS: global services answer in us-east-1 ("AWS global condition context keys",
    // aws:RequestedRegion). In other partitions the Region is another one.
    let isGlobal = Self.globalServices.contains(ActionName(question.action).service)
    return isGlobal && (arn?.partition ?? "aws") == "aws" ? "us-east-1" : nil
  }

  private static let globalServices: Set<String> = [
    "iam", "organizations", "route53", "cloudfront",
  ]

  /// When the request is made: as one of its two keys says where one was given, so that both agree.
  private var time: RequestTime? {
    let supplied = question.context
    let given = [ContextKey.currentTime, .epochTime].lazy.compactMap { supplied.value(of: $0) }
    return given.compactMap { RequestTime($0) }.first ?? supplied.time
  }

  private func describePlace(
    of account: String, as subject: String, in section: inout ContextSection
  ) throws {
    let identifier = ContextKey("aws:\(subject)OrgID")
    let paths = ContextKey("aws:\(subject)OrgPaths")
    guard let place = try organizations.place(of: account) else {
      if question.context.isComplete { return }
      section[identifier] = .unknown
      section[paths] = .unknown
      return
    }
    section[identifier] = .value(place.organization)
    section[paths] = place.units.isEmpty ? .unknown : .value(place.path)
  }

  private func describe(_ tags: Tags, as family: String, in section: inout ContextSection) {
    for tag in tags.entries {
      section[ContextKey("\(family)/\(tag.key)")] = .value(tag.value)
    }
    section.close(family: family)
  }

  /// The tags of the resource; a version or alias has those of its function. `nil` where nobody
  /// looked.
  private func tags(of resource: String) throws -> Tags? {
    let taggable = FunctionName(resource)?.unqualified ?? resource
    if let record = try snapshot.record(ResourceTags.self, arn: taggable) { return record.tags }
    guard let arn = ARN(taggable) else { return nil }
    if arn.service == "iam" {
      let principal = try PrincipalReader(snapshot).principal(arn: taggable)
      return principal?.tags
    }
    let wasRead = try snapshot.hasCoverage(
      "resourcegroupstaggingapi get-resources", account: String(arn.account),
      region: String(arn.region))
    return wasRead ? Tags() : nil
  }
}
