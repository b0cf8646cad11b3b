/// Decodes `%XX` as RFC 3986, section 2.1, has it: how IAM's API returns policy documents.
///
/// A `+` stays a `+`. The result is `nil` where a `%` is not followed by two hexadecimal digits.
package func percentDecoded(_ bytes: some Collection<UInt8>) -> [UInt8]? {
  var decoded: [UInt8] = []
  decoded.reserveCapacity(bytes.count)
  var rest = bytes[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      decoded.append(byte)
      continue
    }
    guard
      let high = rest.popFirst().flatMap(hexadecimalDigit),
      let low = rest.popFirst().flatMap(hexadecimalDigit)
    else { return nil }
    decoded.append(high << 4 | low)
  }
  return decoded
}
