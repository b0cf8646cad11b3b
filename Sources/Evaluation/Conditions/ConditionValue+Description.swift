extension TextTemplate: CustomStringConvertible {
  /// The text as a policy would write it.
  var description: String {
    segments.map { segment in
      switch segment {
      case .text(let text): text
      case .literal(let text): readsWildcards ? TextTemplate.escaped(text) : text
      case .variable(let variable): variable.description
      }
    }.joined()
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { $0 == "*" || $0 == "?" ? "${\($0)}" : String($0) }.joined()
  }
}

extension TextTemplate.Variable: CustomStringConvertible {
  var description: String {
    guard let defaultText else { return "${\(key)}" }
    return "${\(key), '\(defaultText.text)'}"
  }
}

extension ConditionValue: CustomStringConvertible {
  /// The value as text, in a form that equal values share.
  var description: String {
    switch self {
    case .literal(let bytes): String(decoding: bytes, as: UTF8.self)
    case .text(let template), .caselessText(let template), .pattern(let template):
      template.description
    case .arn(let pattern): pattern.template.description
    case .number(let number): number.description
    case .date(let reading): reading.description
    case .flag(let flag): String(flag)
    case .binary(let bytes): Base64.encode(bytes)
    case .addresses(let range): range.description
    case .invalid(let text): text
    }
  }
}

extension AddressRange: CustomStringConvertible {
  var description: String {
    let bits = first.isIPv6 ? 128 : 32
    return prefixLength == bits ? first.description : "\(first)/\(prefixLength)"
  }
}

extension IPAddress: CustomStringConvertible {
  /// The usual form of an IPv4 address; an IPv6 address with its longest run of zeros left out
  /// (RFC 5952).
  var description: String {
    guard isIPv6 else {
      let bytes = (0..<4).map { (index: UInt64) in high >> (56 - index * 8) & 0xFF }
      return bytes.map { String($0) }.joined(separator: ".")
    }
    let groups = (0..<8).map { (index: UInt64) -> UInt64 in
      let half = index < 4 ? high : low
      return half >> (48 - index % 4 * 16) & 0xFFFF
    }
    let gap = IPAddress.longestZeroRun(groups)
    let text = { (part: ArraySlice<UInt64>) in
      part.map { String($0, radix: 16) }.joined(separator: ":")
    }
    guard let gap else { return text(groups[...]) }
    return text(groups[..<gap.lowerBound]) + "::" + text(groups[gap.upperBound...])
  }

  private static func longestZeroRun(_ groups: [UInt64]) -> Range<Int>? {
    var longest: Range<Int>?
    var start: Int?
    for index in 0...groups.count {
      if index < groups.count, groups[index] == 0 {
        start = start ?? index
      } else if let begin = start {
        if index - begin > max(longest?.count ?? 0, 1) { longest = begin..<index }
        start = nil
      }
    }
    return longest
  }
}

extension InstantReading: CustomStringConvertible {
  /// The instant in UTC.
  var description: String {
    (documented ?? possible)?.description ?? ""
  }
}

extension Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The text that encodes bytes.
  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      let bits = value << UInt32(8 * (3 - group.count))
      for index in 0..<4 {
        let digit = digits[Int(bits >> UInt32(18 - 6 * index) & 63)]
        text.append(index <= group.count ? digit : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
