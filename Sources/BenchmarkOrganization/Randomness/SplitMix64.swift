/// A stream of pseudorandom numbers that is the same on every platform and in every release.
///
/// Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014). It does
/// not conform to `RandomNumberGenerator`: how the standard library turns bits into a value in a
/// range is not promised to stay, and the bytes of a generated organization are.
struct SplitMix64 {
  private var state: UInt64

  /// A stream that begins at `seed`.
  init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.scrambled(state)
  }

  /// The finalizer of the algorithm: spreads every bit of `value` over all 64.
  static func scrambled(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number in `0..<bound`; 0 where `bound` is not positive.
  mutating func below(_ bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Whether an event of `percent` in 100 happens.
  mutating func chance(_ percent: Int) -> Bool {
    below(100) < percent
  }

  /// One of `values`, which must not be empty.
  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[below(values.count)]
  }
}

extension SplitMix64 {
  /// `count` characters out of `alphabet`.
  mutating func text(_ count: Int, from alphabet: StaticString) -> String {
    String(unsafeUninitializedCapacity: count) { buffer in
      for position in 0..<count {
        buffer[position] = alphabet.utf8Start[below(alphabet.utf8CodeUnitCount)]
      }
      return count
    }
  }

  /// `count` lower-case letters and digits, as in an organization's or a policy's id.
  mutating func label(_ count: Int) -> String {
    text(count, from: "abcdefghijklmnopqrstuvwxyz0123456789")
  }

  /// `count` decimal digits.
  mutating func digits(_ count: Int) -> String {
    text(count, from: "0123456789")
  }

  /// `count` lower-case hexadecimal digits.
  mutating func hexadecimal(_ count: Int) -> String {
    text(count, from: "0123456789abcdef")
  }

  /// An IAM unique id: the prefix of its kind (`AROA`, `AIDA`, …) and 17 characters.
  ///
  /// Source: IAM User Guide, "IAM identifiers", unique identifiers.
  mutating func uniqueID(_ prefix: String) -> String {
    prefix + text(17, from: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
  }

  /// A lower-case UUID, as in revision ids and event source mappings.
  mutating func uuid() -> String {
    let groups = [8, 4, 4, 4, 12].map { hexadecimal($0) }
    return groups.joined(separator: "-")
  }
}
