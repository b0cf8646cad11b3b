/// One entry of `Principal` or `NotPrincipal` (A.6, "forms").
enum PrincipalEntry {
  /// `"*"` alone, or `"*"` in the map under `AWS`.
  case everyone(inMap: Bool)
  /// An account id, or a root ARN, which also says the partition.
  case account(id: String, partition: String?)
  /// The ARN of a user, role, role session or federated-user session.
  case arn(String)
  /// `AIDA…` or `AROA…`.
  case uniqueID(String)
  case service(String)
  case federated(String)
  case canonicalUser(String)

  /// Whether the entry is one of the two stars.
  var isEveryone: Bool {
    if case .everyone = self { true } else { false }
  }

  /// The entries of an element's value, over all the map's keys (A6.1).
  static func entries(of value: JSONValue) throws(InvalidScenario) -> [PrincipalEntry] {
    if case .string(let text) = value {
      guard text.isSameText(as: "*") else {
        throw InvalidScenario("A.6: the only principal without a map is `*`")
      }
      return [.everyone(inMap: false)]
    }
    let map = try Elements(
      value, allowed: ["AWS", "Service", "Federated", "CanonicalUser"], "A.6")
    var entries: [PrincipalEntry] = []
    for kind in ["AWS", "Service", "Federated", "CanonicalUser"] {
      guard let values = map[kind] else { continue }
      guard let texts = ScalarList.strings(of: values) else {
        throw InvalidScenario("A.6: `\(kind)` is not a list of strings")
      }
      for text in texts { entries.append(try entry(kind, text)) }
    }
    return entries
  }

  private static func entry(
    _ kind: String, _ text: String
  ) throws(InvalidScenario) -> PrincipalEntry {
    if kind == "AWS", text.isSameText(as: "*") { return .everyone(inMap: true) }
    guard !text.containsText("*"), !text.containsText("?") else {
      throw InvalidScenario("A6.1: `\(text)` holds a wildcard")
    }
    switch kind {
    case "AWS": return try awsEntry(text)
    case "Service": return .service(text)
    case "Federated": return .federated(text)
    default: return .canonicalUser(text)
    }
  }

  private static func awsEntry(_ text: String) throws(InvalidScenario) -> PrincipalEntry {
    if text.utf8.count == 12, text.utf8.allSatisfy({ (48...57).contains($0) }) {
      return .account(id: text, partition: nil)
    }
    if text.startsWithText("AIDA") || text.startsWithText("AROA") { return .uniqueID(text) }
    let fields = text.parts(":", maximum: 6)
    guard fields.count == 6, fields[0] == "arn" else {
      throw InvalidScenario("A.6: `\(text)` has none of the forms of a principal")
    }
    if fields[2] == "iam", fields[5].isSameText(as: "root") {
      return .account(id: fields[4], partition: fields[1])
    }
    return .arn(text)
  }
}
