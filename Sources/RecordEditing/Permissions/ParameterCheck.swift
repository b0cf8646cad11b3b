/// Checks the parameters of a request as the service's model does, before anything is looked up.
///
/// Source: AWS Lambda API Reference, "Length Constraints" and "Pattern" of each parameter.
struct ParameterCheck {
  private var faults: [String] = []

  /// Demands a length in characters.
  mutating func length(_ value: String?, _ name: String, _ range: ClosedRange<Int>) {
    guard let value else { return }
    let count = value.unicodeScalars.count
    if count > range.upperBound {
      note(value, name, "have length less than or equal to \(range.upperBound)")
    } else if count < range.lowerBound {
      note(value, name, "have length greater than or equal to \(range.lowerBound)")
    }
  }

  /// Demands that a value has a form; `pattern` is how AWS writes it.
  mutating func form(
    _ value: String?, _ name: String, _ pattern: String, _ isOfForm: (String) -> Bool
  ) {
    guard let value, !isOfForm(value) else { return }
    note(value, name, "satisfy regular expression pattern: \(pattern)")
  }

  /// Demands one of a few values.
  mutating func choice(_ value: String?, _ name: String, _ values: [String]) {
    guard let value, !values.contains(value) else { return }
    note(value, name, "satisfy enum value set: [\(values.joined(separator: ", "))]")
  }

  private mutating func note(_ value: String, _ name: String, _ demand: String) {
    faults.append(
      "Value '\(value)' at '\(name)' failed to satisfy constraint: Member must \(demand)")
  }

  /// Refuses the request where any demand was not met.
  func finish(_ operation: LambdaOperation) throws(AWSRefusal) {
    try finish(operation, with: ())
  }

  /// Refuses the request where any demand was not met; else gives what was read of it.
  func finish<Value>(
    _ operation: LambdaOperation, with value: Value?
  ) throws(AWSRefusal) -> Value {
    // INVARIANT: what could not be read has been noted as a fault.
    if faults.isEmpty, let value { return value }
    let errors = faults.count == 1 ? "error" : "errors"
    throw AWSRefusal(
      "ValidationException", operation,
      "\(faults.count) validation \(errors) detected: \(faults.joined(separator: "; "))")
  }
}

extension String {
  /// Whether the text is not empty and has ASCII letters, digits and some other ASCII characters only.
  func consists(ofAlphanumericsOr others: String = "") -> Bool {
    !isEmpty && utf8.allSatisfy { $0.isAlphanumeric || others.utf8.contains($0) }
  }

  /// Whether the text is an account id.
  var isAccountID: Bool { utf8.count == 12 && utf8.allSatisfy(\.isDigit) }

  /// Whether the text is an organization's id: `o-` and 10 to 32 lower-case letters and digits.
  var isOrganizationID: Bool {
    let id = utf8.dropFirst(2)
    return hasPrefix("o-") && (10...32).contains(id.count)
      && id.allSatisfy { $0.isDigit || $0.isLowercase }
  }

  /// Whether the text has the form of a Region's name, such as `us-gov-west-1`.
  ///
  /// Source: AWS Lambda API Reference, the pattern of `FunctionName`.
  var isRegion: Bool {
    var parts = Substring(self).split(separator: "-", omittingEmptySubsequences: false)
    if parts.first == "eusc" { parts.removeFirst() }
    guard let country = parts.first, country.utf8.count == 2,
      country.utf8.allSatisfy(\.isLowercase)
    else { return false }
    if parts.count == 4 {
      let kind = parts[1]
      let isIsolated = kind.hasPrefix("iso") && kind.utf8.count <= 4
      guard kind == "gov" || (isIsolated && kind.utf8.allSatisfy(\.isLowercase)) else {
        return false
      }
      parts.remove(at: 1)
    }
    return parts.count == 3 && !parts[1].isEmpty && parts[1].utf8.allSatisfy(\.isLowercase)
      && parts[2].utf8.count == 1 && parts[2].utf8.allSatisfy(\.isDigit)
  }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  var isLowercase: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
  var isAlphanumeric: Bool {
    isDigit || isLowercase || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
  }
}
