import ActionCatalog
import Evaluation
import Registry

/// One condition key with its values, as somebody wrote it: `aws:SourceIp=10.0.0.1`.
struct ContextEntry {
  let key: String
  /// Empty where the request lacks the key.
  let values: [String]

  /// Reads `key=value,…` and checks it against the catalog.
  ///
  /// - Throws: `CommandFailure` for a key that the catalog lacks and for a value that is not of the
  ///   key's type.
  init(_ text: String) throws(CommandFailure) {
    guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")), equals != text.startIndex else {
      throw CommandFailure(
        "`\(text)` is no condition key with a value", hint: "write --context aws:SourceIp=10.0.0.1")
    }
    let written = String(text[..<equals])
    let value = String(text[text.utf8.index(after: equals)...])
    let known = ActionCatalog.conditionKey(written)
    guard known != nil || Self.isOfProvider(written) else { throw Self.unknown(written) }
    key = known.flatMap { $0.name.contains("$") ? nil : $0.name } ?? written
    if value.isEmpty {
      values = []
    } else if known?.isMultivalued ?? true {
      values = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    } else {
      // A comma is part of the only value, as in a tag.
      values = [value]
    }
    if let known { try Self.check(values, against: known, written: key) }
  }

  /// Whether the key may be a claim of an OpenID Connect provider, which is named after the
  /// provider's address; no catalog lists them.
  ///
  /// Source: IAM User Guide, "Available keys for AWS OIDC federation".
  private static func isOfProvider(_ key: String) -> Bool {
    guard let colon = key.utf8.lastIndex(of: UInt8(ascii: ":")) else { return false }
    return key[..<colon].utf8.contains(UInt8(ascii: "."))
      && key.utf8.index(after: colon) != key.endIndex
  }

  private static func unknown(_ key: String) -> CommandFailure {
    let prefix = key.prefix { $0 != ":" }
    let service = ActionCatalog.service(String(prefix))?.conditionKeys ?? []
    let names = Set((ActionCatalog.globalConditionKeys + service).map(\.name))
    let nearest = NearestNames(to: key).among(names.sorted()).prefix(3)
    return CommandFailure(
      "the catalog has no condition key `\(key)`",
      hint: nearest.isEmpty
        ? "`permreg catalog show ACTION` lists the keys of an action"
        : "did you mean \(nearest.map { "`\($0)`" }.joined(separator: ", "))?")
  }

  private static func check(
    _ values: [String], against key: ActionCatalog.ConditionKey, written: String
  ) throws(CommandFailure) {
    let types = [key.valueType, key.alternativeValueType].compactMap(\.self)
    for value in values {
      let fits = types.contains { type in
        type.form.map { ContextValue(value).has($0) } ?? true
      }
      if !fits {
        throw CommandFailure(
          "`\(value)` is not \(types.map(\.noun).joined(separator: " or "))",
          hint: "`\(written)` is of the type \(key.valueType.rawValue), such as "
            + "\(written)=\(key.valueType.example)")
      }
    }
  }
}

extension ActionCatalog.ConditionKey.ValueType {
  /// The form that the values have; `nil` for text, which may be anything.
  fileprivate var form: ContextValue.Form? {
    switch self {
    case .string: nil
    case .arn: .arn
    case .bool: .boolean
    case .numeric: .number
    case .date: .date
    case .ipAddress: .address
    case .binary: .base64
    }
  }

  fileprivate var noun: String {
    switch self {
    case .string: "text"
    case .arn: "an ARN"
    case .bool: "true or false"
    case .numeric: "a number"
    case .date: "a date"
    case .ipAddress: "an IP address"
    case .binary: "base64"
    }
  }

  fileprivate var example: String {
    switch self {
    case .string: "text"
    case .arn: "arn:aws:s3:::example-bucket"
    case .bool: "true"
    case .numeric: "3600"
    case .date: "2026-08-01T12:00:00Z"
    case .ipAddress: "10.0.0.1"
    case .binary: "cGVybXJlZw=="
    }
  }
}
