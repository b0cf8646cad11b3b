import Foundation

// B.6: IP addresses and ranges.

/// An IPv4 or IPv6 address by its bytes, 4 or 16 of them.
struct Address {
  /// The address in network order.
  var bytes: [UInt8]

  /// Reads any text form of an address.
  init?(_ text: String) {
    var four = in_addr()
    var six = in6_addr()
    // C would take the text to end at a zero byte.
    if text.utf8.contains(0) { return nil }
    if inet_pton(AF_INET, text, &four) == 1 {
      bytes = withUnsafeBytes(of: four) { Array($0) }
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      bytes = withUnsafeBytes(of: six) { Array($0) }
    } else {
      return nil
    }
  }

  /// Whether the address is of the IPv6 family.
  var isIPv6: Bool { bytes.count == 16 }

  /// The bits from the most significant one.
  var bits: [Bool] {
    bytes.flatMap { byte in (0..<8).map { byte & (0x80 >> $0) != 0 } }
  }
}

/// A CIDR block, or one bare address.
struct AddressRange {
  /// The address before the slash, host bits included.
  var address: Address
  /// Nil for a bare address.
  var prefixLength: Int?

  /// Reads `address/length` or an address alone.
  init?(_ text: String) {
    let parts = text.parts("/")
    guard parts.count <= 2, let address = Address(parts[0]) else { return nil }
    self.address = address
    guard parts.count == 2 else { return }
    let digits = parts[1].utf8
    guard (1...3).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }),
      let length = Int(parts[1]), length <= address.bits.count
    else { return nil }
    prefixLength = length
  }

  /// Whether `other` agrees in the prefix. Host bits beyond it are ignored; the families never mix.
  func contains(_ other: Address) -> Bool {
    let length = prefixLength ?? address.bits.count
    return address.isIPv6 == other.isIPv6
      && address.bits.prefix(length).elementsEqual(other.bits.prefix(length))
  }
}

extension Evaluation {
  /// B.6: whether the request's address lies in the policy's range.
  func addressIsInRange(_ value: String, _ text: String) -> ComparisonResult {
    guard let address = Address(value), let range = AddressRange(text) else { return .invalid }
    let isInside = range.contains(address)
    cite(.addressFamiliesDiffer, if: address.isIPv6 != range.address.isIPv6)
    cite(.prefixZero, if: range.prefixLength == 0)
    let hostBits = range.address.bits.dropFirst(range.prefixLength ?? .max)
    cite(.hostBitsIgnored, if: isInside && hostBits.contains(true))
    guard range.prefixLength == nil else { return .decided(isInside) }
    cite(.bareAddress)
    // U12: a bare IPv6 address is /128, if it is accepted at all.
    return isInside && address.isIPv6 ? .open(.doubtfulForm, reading: true) : .decided(isInside)
  }
}
