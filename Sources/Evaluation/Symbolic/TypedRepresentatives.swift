/// Finds values that stand for all values of a type as far as the values of clauses can tell.
enum TypedRepresentatives {
  /// Numbers: each that a clause names, one below, one above, and one between each two neighbours.
  static func numbers(_ bounds: [ExactDecimal]) -> [String]? {
    let sorted = Set(bounds).sorted()
    guard let first = sorted.first, let last = sorted.last else { return ["1"] }
    var texts = sorted.map(\.description)
    for (lower, upper) in zip(sorted, sorted.dropFirst()) {
      guard let between = ScaledNumber.between(lower, upper) else { return nil }
      texts.append(between)
    }
    guard let below = ScaledNumber(first)?.adding(-1), let above = ScaledNumber(last)?.adding(1)
    else { return nil }
    return texts + [below.description, above.description]
  }

  /// Instants in whole seconds: each that a clause names and its neighbours.
  static func instants(_ readings: [InstantReading]) -> [Instant] {
    var seconds: Set<Int> = []
    for instant in readings.flatMap({ [$0.documented, $0.possible] }) {
      guard let instant else { continue }
      seconds.formUnion([instant.seconds - 1, instant.seconds, instant.seconds + 1])
    }
    if seconds.isEmpty { seconds = [0] }
    return seconds.sorted().map { Instant(seconds: $0) }
  }

  /// Addresses: the first of each range and the first behind it, and the first of each family.
  static func addresses(_ ranges: [AddressRange]) -> [IPAddress] {
    var addresses: Set<IPAddress> = [
      IPAddress(isIPv6: false, high: 0, low: 0), IPAddress(isIPv6: true, high: 0, low: 0),
    ]
    for range in ranges {
      addresses.insert(range.first)
      if let next = range.last.next { addresses.insert(next) }
    }
    return addresses.sorted { $0.order < $1.order }
  }

  /// Base64 texts: each that a clause names, and one that none does.
  static func binaries(_ values: [[UInt8]]) -> [String] {
    let longest = values.map(\.count).max() ?? 0
    let fresh = [UInt8](repeating: 0, count: longest + 1)
    return Set(values + [fresh]).map(Base64.encode).sorted()
  }
}

extension IPAddress {
  /// The address that follows; `nil` for the last of its family.
  fileprivate var next: IPAddress? {
    if !isIPv6 {
      let (high, overflow) = high.addingReportingOverflow(1 << 32)
      return overflow ? nil : IPAddress(isIPv6: false, high: high, low: 0)
    }
    let (low, carries) = low.addingReportingOverflow(1)
    let (high, overflow) = high.addingReportingOverflow(carries ? 1 : 0)
    return overflow ? nil : IPAddress(isIPv6: true, high: high, low: low)
  }

  fileprivate var order: (Int, UInt64, UInt64) { (isIPv6 ? 1 : 0, high, low) }
}

/// A decimal as a whole number of some power of ten, for small arithmetic.
private struct ScaledNumber {
  private let units: Int
  /// How many digits stand behind the point.
  private let scale: Int

  private init(units: Int, scale: Int) {
    self.units = units
    self.scale = scale
  }

  /// `nil` for numbers of more than 15 digits.
  init?(_ decimal: ExactDecimal) {
    let text = decimal.description
    let point = text.firstIndex(of: ".") ?? text.endIndex
    let scale = text[point...].dropFirst().count
    guard text.count <= 16, let units = Int(text.filter { $0 != "." }) else { return nil }
    self.init(units: units, scale: scale)
  }

  func adding(_ whole: Int) -> ScaledNumber {
    ScaledNumber(units: units + whole * ScaledNumber.power(scale), scale: scale)
  }

  /// A number between two; `nil` where the sum has too many digits.
  static func between(_ lower: ExactDecimal, _ upper: ExactDecimal) -> String? {
    guard let low = ScaledNumber(lower), let high = ScaledNumber(upper) else { return nil }
    let scale = max(low.scale, high.scale)
    guard let left = low.units(at: scale), let right = high.units(at: scale) else { return nil }
    // Half of the sum, with one digit more.
    let (sum, isTooLarge) = left.addingReportingOverflow(right)
    let (units, overflow) = sum.multipliedReportingOverflow(by: 5)
    guard !isTooLarge, !overflow else { return nil }
    return ScaledNumber(units: units, scale: scale + 1).description
  }

  private func units(at scale: Int) -> Int? {
    let (units, overflow) = units.multipliedReportingOverflow(
      by: ScaledNumber.power(scale - self.scale))
    return overflow ? nil : units
  }

  private static func power(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { product, _ in product * 10 }
  }

  var description: String {
    let digits = String(abs(units))
    let padded = String(repeating: "0", count: max(scale + 1 - digits.count, 0)) + digits
    let whole = padded.dropLast(scale)
    let fraction = padded.suffix(scale)
    return (units < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }
}
