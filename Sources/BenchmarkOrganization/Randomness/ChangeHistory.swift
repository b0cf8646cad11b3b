/// What the rounds of change up to a revision have done to each record.
///
/// In every round each record changes with the same probability, independently of all others, and a
/// change touches one facet. As a rule it draws that facet anew, which in about one case in five
/// gives what was there, so that an organization keeps its character however many rounds it goes
/// through. All of it follows from the seed: revision K is the same whether it is generated alone or
/// after K - 1 others, and differs from revision K - 1 by one round.
struct ChangeHistory: Sendable {
  private let entropy: EntropySource
  private let rounds: [UInt64]
  private let threshold: UInt64

  /// The history after `revision` rounds, each changing `partsPerMillion` of the records.
  init(entropy: EntropySource, revision: Int, partsPerMillion: Int) {
    self.entropy = entropy
    rounds = (0..<revision).map { entropy.key(.change, $0 + 1, 0) }
    threshold = UInt64.max / 1_000_000 * UInt64(partsPerMillion)
  }

  /// How often each facet of a record has changed. The cost is one multiplication a round.
  func generations(
    of domain: EntropySource.Domain, _ first: Int, _ second: Int = 0
  ) -> Generations {
    var generations = Generations()
    guard !rounds.isEmpty else { return generations }
    let record = entropy.key(domain, first, second)
    for (index, round) in rounds.enumerated()
    where SplitMix64.scrambled(record ^ round) < threshold {
      generations.advance(SplitMix64.scrambled(record &+ round), age: rounds.count - index - 1)
    }
    return generations
  }
}

/// The number of changes that each of a record's facets has seen.
struct Generations: Sendable {
  private var counts = SIMD8<Int32>()
  private var ages = SIMD8<Int32>()

  /// Which facet of a record a change touches. What the numbers stand for is the record's affair.
  static let facetCount = 6

  /// The changes of the facet with this number, in `0..<facetCount`.
  subscript(_ facet: Int) -> Int {
    Int(counts[facet])
  }

  /// How many rounds ago a facet last changed, 0 for the newest round; `nil` where it never did.
  func age(of facet: Int) -> Int? {
    counts[facet] == 0 ? nil : Int(ages[facet])
  }

  /// The changes of all facets together.
  var total: Int { Int(counts.wrappedSum()) }

  fileprivate mutating func advance(_ bits: UInt64, age: Int) {
    let facet = Int(bits % UInt64(Self.facetCount))
    counts[facet] &+= 1
    ages[facet] = Int32(clamping: age)
  }
}
