/// An IPv4 or IPv6 address as a number. The two families have nothing in common.
struct IPAddress: Hashable, Sendable {
  /// Whether the address is of version 6; otherwise it is of version 4.
  let isIPv6: Bool
  /// The address's bits, an IPv4 address in the first 32 of `high`.
  let high: UInt64
  let low: UInt64

  /// Reads an address; `nil` for any other text.
  init?(_ text: [UInt8]) {
    self.init(text, text.indices)
  }

  /// Reads an address from a part of a text.
  init?(_ text: [UInt8], _ range: Range<Int>) {
    if let address = IPAddress.ipv4(text, range) {
      self.init(isIPv6: false, high: UInt64(address) << 32, low: 0)
      return
    }
    var reader = IPv6Reader(text, range)
    guard let (high, low) = reader.read() else { return nil }
    self.init(isIPv6: true, high: high, low: low)
  }

  init(isIPv6: Bool, high: UInt64, low: UInt64) {
    self.isIPv6 = isIPv6
    self.high = high
    self.low = low
  }

  /// The number of an IPv4 address in its usual form: four numbers of up to three digits.
  static func ipv4(_ text: [UInt8], _ range: Range<Int>) -> UInt32? {
    var address: UInt32 = 0
    var index = range.lowerBound
    for part in 0..<4 {
      if part > 0 {
        guard index < range.upperBound, text[index] == UInt8(ascii: ".") else { return nil }
        index += 1
      }
      let start = index
      var number: UInt32 = 0
      while index < range.upperBound, index - start < 3, let digit = decimal(text[index]) {
        number = number * 10 + digit
        index += 1
      }
      guard index > start, number < 256 else { return nil }
      address = address << 8 | number
    }
    return index == range.upperBound ? address : nil
  }

  private static func decimal(_ byte: UInt8) -> UInt32? {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? UInt32(byte - UInt8(ascii: "0")) : nil
  }
}

/// Reads the text form of an IPv6 address (RFC 4291, section 2.2).
private struct IPv6Reader {
  private let text: [UInt8]
  private let end: Int
  private var index: Int
  private var groups: (high: UInt64, low: UInt64) = (0, 0)
  private var count = 0
  /// How many groups precede `::`.
  private var gap: Int?

  init(_ text: [UInt8], _ range: Range<Int>) {
    self.text = text
    index = range.lowerBound
    end = range.upperBound
  }

  mutating func read() -> (UInt64, UInt64)? {
    if isColon(index), isColon(index + 1) {
      gap = 0
      index += 2
    }
    while index < end {
      guard count < 8, readGroup() else { return nil }
      guard index < end else { break }
      index += 1
      if isColon(index) {
        guard gap == nil else { return nil }
        gap = count
        index += 1
      } else if index == end {
        return nil
      }
    }
    return result()
  }

  private func isColon(_ index: Int) -> Bool {
    index < end && text[index] == UInt8(ascii: ":")
  }

  /// Reads one group of hexadecimal digits up to a colon or the end, or an IPv4 address at the end.
  private mutating func readGroup() -> Bool {
    let stop = (index..<end).first { text[$0] == UInt8(ascii: ":") } ?? end
    if stop == end, count <= 6, let address = IPAddress.ipv4(text, index..<end) {
      append(UInt64(address >> 16))
      append(UInt64(address & 0xFFFF))
      index = end
      return true
    }
    guard (1...4).contains(stop - index) else { return false }
    var group: UInt64 = 0
    for byte in text[index..<stop] {
      guard let digit = hexadecimal(byte) else { return false }
      group = group << 4 | digit
    }
    append(group)
    index = stop
    return true
  }

  private mutating func append(_ group: UInt64) {
    groups = (groups.high << 16 | groups.low >> 48, groups.low << 16 | group)
    count += 1
  }

  private func hexadecimal(_ byte: UInt8) -> UInt64? {
    switch lowered(byte) {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(lowered(byte) - UInt8(ascii: "a")) + 10
    default: nil
    }
  }

  /// The groups read, with zeros for `::` in their place.
  private func result() -> (UInt64, UInt64)? {
    guard let gap else { return count == 8 ? groups : nil }
    guard count < 8 else { return nil }
    var (high, low) = (groups.high, groups.low)
    // Move the groups before the gap to the front, one zero group at a time.
    let tail = count - gap
    for _ in count..<8 {
      let keep = mask(groups: tail)
      let front = (high: high & ~keep.high, low: low & ~keep.low)
      high = front.high << 16 | front.low >> 48 | high & keep.high
      low = front.low << 16 | low & keep.low
    }
    return (high, low)
  }

  /// The bits of the last groups of an address.
  private func mask(groups: Int) -> (high: UInt64, low: UInt64) {
    let bits = groups * 16
    let low = bits >= 64 ? UInt64.max : (1 << UInt64(bits)) - 1
    let high = bits > 64 ? (bits >= 128 ? UInt64.max : (1 << UInt64(bits - 64)) - 1) : 0
    return (high, low)
  }
}
