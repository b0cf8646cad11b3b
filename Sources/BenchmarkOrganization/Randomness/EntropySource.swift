/// The seed of an organization, and the streams that follow from it.
///
/// Every record has a stream of its own, named by what it is and where it stands. So a record can
/// be derived alone, in any order, and a change to one leaves all others as they were.
struct EntropySource: Sendable {
  /// The seed that was asked for.
  let seed: UInt64

  /// The stream of one facet of one record.
  ///
  /// `first` and `second` place the record (as a rule, its account and its index there);
  /// `generation` counts how often that facet has changed since revision 0.
  func stream(
    _ domain: Domain, _ first: Int = 0, _ second: Int = 0, generation: Int = 0
  ) -> SplitMix64 {
    SplitMix64(seed: key(domain, first, second) &+ Self.scrambled(generation))
  }

  /// 64 bits that name a record: the same for the same seed, domain and place.
  func key(_ domain: Domain, _ first: Int, _ second: Int) -> UInt64 {
    var bits = SplitMix64.scrambled(seed ^ SplitMix64.scrambled(domain.rawValue))
    bits = SplitMix64.scrambled(bits &+ UInt64(truncatingIfNeeded: first))
    return SplitMix64.scrambled(bits &+ UInt64(truncatingIfNeeded: second))
  }

  private static func scrambled(_ generation: Int) -> UInt64 {
    generation == 0 ? 0 : SplitMix64.scrambled(UInt64(truncatingIfNeeded: generation))
  }

  /// What a stream is for. A raw value is part of the bytes that a seed stands for: never reuse one.
  enum Domain: UInt64 {
    case organization = 1
    case organizationalUnit = 2
    case controlPolicy = 3
    case account = 4
    case collection = 5
    case role = 10
    case roleTags = 11
    case roleAttachments = 12
    case roleInline = 13
    case roleTrust = 14
    case roleBoundary = 15
    case user = 20
    case userTags = 21
    case userAttachments = 22
    case userInline = 23
    case userGroups = 24
    case userBoundary = 25
    case group = 30
    case managedPolicy = 31
    case policyDocument = 32
    case identityProvider = 33
    case function = 40
    case functionPolicy = 41
    case functionConfiguration = 42
    case functionTags = 43
    case qualifierPolicy = 44
    case functionURL = 45
    case eventSourceMapping = 46
    case layer = 47
    case layerPolicy = 48
    case resource = 50
    case crowd = 60
    case change = 70
  }
}
