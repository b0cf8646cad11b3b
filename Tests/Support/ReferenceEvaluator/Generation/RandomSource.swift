/// A small random number generator (SplitMix64): the same seed gives the same numbers everywhere.
struct RandomSource {
  private var state: UInt64

  /// The sequence that `seed` starts.
  init(seed: UInt64) {
    state = seed
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to `bound`, which is not reached. The bias of the remainder is of no
  /// importance here.
  mutating func below(_ bound: Int) -> Int {
    Int(next() % UInt64(bound))
  }

  /// True in `percent` of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool {
    below(100) < percent
  }

  /// One of `choices`, which are not empty.
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[below(choices.count)]
  }

  /// Between `low` and `high` draws, both included.
  mutating func several<Choice>(_ low: Int, _ high: Int, of choices: [Choice]) -> [Choice] {
    (0..<(low + below(high - low + 1))).map { _ in pick(choices) }
  }
}
