import Foundation

/// Every policy document of an organization, with what it is attached to.
struct PolicyCorpus: Sendable {
  /// One document: compact JSON, members sorted.
  struct Document: Sendable {
    let place: Place
    let text: String

    /// The statements, also of a document with one that is not in a list.
    func statements() throws -> [[String: Any]] {
      let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      if let list = value?["Statement"] as? [[String: Any]] { return list }
      return [value?["Statement"] as? [String: Any] ?? [:]]
    }
  }

  /// Where a document stands.
  enum Place: String, Sendable {
    case customerManaged
    case awsManaged
    case inline
    case trust
    case control
    case function
    case qualifier
    case layer
    case resource
  }

  private(set) var documents: [Document] = []
  /// The texts of all documents of a place, one a line, with `%` for each account id.
  private(set) var texts: [Place: Data] = [:]

  init(_ organization: GeneratedOrganization) throws {
    for account in try organization.accounts() {
      try addIdentities(organization, account)
    }
    for path in try organization.paths() { try addFile(organization, path) }
    for document in documents { texts[document.place, default: Data()].append(masked(document)) }
  }

  func documents(_ place: Place) -> [Document] {
    documents.filter { $0.place == place }
  }

  private func masked(_ document: Document) -> Data {
    var masked: [UInt8] = []
    var digits = 0
    for byte in document.text.utf8 {
      digits = (0x30...0x39).contains(byte) ? digits + 1 : 0
      masked.append(byte)
      if digits == 12 { masked.replaceSubrange((masked.count - 12)..., with: [0x25]) }
    }
    return Data(masked + [0x0A])
  }

  private mutating func addIdentities(
    _ organization: GeneratedOrganization, _ account: String
  ) throws {
    for policy in try organization.details(account, "Policies") {
      let arn = policy["Arn"] as? String ?? ""
      for version in policy["PolicyVersionList"] as? [[String: Any]] ?? [] {
        try add(version["Document"], arn.contains("::aws:") ? .awsManaged : .customerManaged)
      }
    }
    for (list, member) in [
      ("UserDetailList", "UserPolicyList"), ("GroupDetailList", "GroupPolicyList"),
      ("RoleDetailList", "RolePolicyList"),
    ] {
      for holder in try organization.details(account, list) {
        for policy in holder[member] as? [[String: Any]] ?? [] {
          try add(policy["PolicyDocument"], .inline)
        }
        if list == "RoleDetailList" { try add(holder["AssumeRolePolicyDocument"], .trust) }
      }
    }
  }

  /// Adds the document that a file holds as a string, where it holds one.
  private mutating func addFile(_ organization: GeneratedOrganization, _ path: String) throws {
    let parts = path.split(separator: "/")
    guard parts.count > 2, !path.contains("/iam/") else { return }
    let object = try organization.object(path)
    let holders = [
      object, object["Attributes"] as? [String: Any], object["Policy"] as? [String: Any],
    ]
    for holder in holders.compactMap({ $0 }) {
      for member in ["Policy", "ResourcePolicy", "Content"] {
        guard let text = holder[member] as? String else { continue }
        try add(try JSONSerialization.jsonObject(with: Data(text.utf8)), place(parts))
      }
    }
  }

  private func place(_ parts: [Substring]) -> Place {
    guard parts[0] == "accounts", parts.count > 4 else { return .control }
    switch (parts[2], parts[4]) {
    case ("lambda", "get-policy"): return parts.count == 6 ? .function : .qualifier
    case ("lambda", _): return .layer
    default: return .resource
    }
  }

  private mutating func add(_ value: Any?, _ place: Place) throws {
    guard let value = value as? [String: Any] else { throw CorpusError.notADocument(place) }
    let data = try JSONSerialization.data(
      withJSONObject: value, options: [.sortedKeys, .withoutEscapingSlashes])
    documents.append(Document(place: place, text: String(decoding: data, as: UTF8.self)))
  }
}

/// A policy that is not a JSON object.
enum CorpusError: Error {
  case notADocument(PolicyCorpus.Place)
}
