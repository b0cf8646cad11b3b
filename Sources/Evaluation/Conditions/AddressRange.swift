/// A range of IP addresses in CIDR form. Bits beyond the prefix are ignored.
///
/// Source: IAM User Guide, "IP address condition operators".
struct AddressRange: Hashable, Sendable {
  /// The first address of the range.
  let first: IPAddress
  let prefixLength: Int
  /// Whether the text named an IPv6 address without a prefix length, of which the documentation
  /// does not say that it is a range of one.
  let lacksPrefix: Bool

  /// Reads a range or an address; `nil` for any other text. An address alone is a range of one.
  init?(_ text: [UInt8]) {
    let slash = text.firstIndex(of: UInt8(ascii: "/"))
    guard let address = IPAddress(text, 0..<(slash ?? text.count)) else { return nil }
    let bits = address.isIPv6 ? 128 : 32
    var length = bits
    if let slash {
      var scanner = DigitScanner(Array(text[(slash + 1)...]))
      guard let number = scanner.takeNumber(atMost: 3), number <= bits, scanner.isAtEnd else {
        return nil
      }
      length = number
    }
    let mask = AddressRange.mask(length)
    prefixLength = length
    lacksPrefix = slash == nil && address.isIPv6
    first = IPAddress(
      isIPv6: address.isIPv6, high: address.high & mask.high, low: address.low & mask.low)
  }

  /// Whether an address lies in the range. IPv4 ranges hold no IPv6 address, and the reverse.
  func contains(_ address: IPAddress) -> Bool {
    let mask = AddressRange.mask(prefixLength)
    return address.isIPv6 == first.isIPv6 && address.high & mask.high == first.high
      && address.low & mask.low == first.low
  }

  /// The last address of the range.
  var last: IPAddress {
    let mask = AddressRange.mask(prefixLength)
    let all = AddressRange.mask(first.isIPv6 ? 128 : 32)
    return IPAddress(
      isIPv6: first.isIPv6, high: first.high | all.high & ~mask.high,
      low: first.low | all.low & ~mask.low)
  }

  private static func mask(_ length: Int) -> (high: UInt64, low: UInt64) {
    (high: leading(min(length, 64)), low: leading(max(length - 64, 0)))
  }

  /// A word whose first `count` bits are set.
  private static func leading(_ count: Int) -> UInt64 {
    count == 0 ? 0 : UInt64.max << UInt64(64 - count)
  }
}
