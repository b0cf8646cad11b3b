import BenchmarkOrganization
import Foundation
import Testing

/// An organization on disk, removed when the last reference goes.
final class GeneratedOrganization: Sendable {
  let root: URL
  let facts: OrganizationFacts

  init(_ options: OrganizationOptions) throws {
    root = FileManager.default.temporaryDirectory
      .appendingPathComponent("organization-\(UUID().uuidString)")
    facts = try OrganizationGenerator(options).write(to: root.path)
  }

  deinit {
    try? FileManager.default.removeItem(at: root)
  }

  /// The organization that most tests look at: 1,000 principals, seed 1.
  static func thousand() throws -> GeneratedOrganization { try shared.get() }

  private static let shared = Result {
    try GeneratedOrganization(OrganizationOptions(principals: 1_000, seed: 1))
  }

  /// The paths of all files, relative to the root and sorted.
  func paths() throws -> [String] {
    let names =
      FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted()
  }

  func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: root.appendingPathComponent(path))
  }

  /// The object that a file holds.
  func object(_ path: String) throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: bytes(path))
    return try #require(value as? [String: Any], "\(path) holds an object")
  }

  /// The objects that a list of a file holds.
  func list(_ path: String, _ member: String) throws -> [[String: Any]] {
    try #require(try object(path)[member] as? [[String: Any]], "\(member) of \(path)")
  }

  /// The ids of all accounts.
  func accounts() throws -> [String] {
    try list("organizations/list-accounts.json", "Accounts").compactMap { $0["Id"] as? String }
  }

  /// A list of an account's authorization details.
  func details(_ account: String, _ member: String) throws -> [[String: Any]] {
    try list("accounts/\(account)/iam/get-account-authorization-details.json", member)
  }

  /// The functions of an account, of all regions that could be listed.
  func functions(_ account: String) throws -> [[String: Any]] {
    try paths().filter {
      $0.hasPrefix("accounts/\(account)/lambda/") && $0.hasSuffix("/list-functions.json")
    }.flatMap { try list($0, "Functions") }
  }

  /// 64 bits that change when any path or byte does: FNV-1a over words of eight bytes.
  func digest() throws -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for path in try paths() {
      var text = Data("\(path)\n".utf8)
      text.append(try bytes(path))
      text.append(Data(count: 7 - (text.count + 7) % 8))
      text.withUnsafeBytes { bytes in
        for word in bytes.bindMemory(to: UInt64.self) {
          hash = (hash ^ UInt64(littleEndian: word)) &* 0x100_0000_01B3
        }
      }
    }
    return hash
  }
}
