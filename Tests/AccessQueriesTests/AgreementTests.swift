import Foundation
import Testing

/// `who-can` finds candidates by index; `can` is asked about each principal by itself.
@Suite("who-can and can")
struct AgreementTests {
  @Test("agree, principal by principal, for every function", arguments: [1, 2] as [UInt64])
  func generated(seed: UInt64) throws {
    try ImportedRegistry(principals: 120, seed: seed).expectAgreement()
  }
}

/// The same over real exports: `PERMREG_SAMPLES=DIR make test-samples`.
@Suite("who-can and can on outside samples", .enabled(if: samples != nil))
struct SampleTests {
  @Test("agree, principal by principal, for every function")
  func agree() throws {
    let folder = try #require(samples)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let exports = names.filter { Self.exports.contains($0) }.map { "\(folder)/\($0)" }
    #expect(exports.count == Self.exports.count)
    try ImportedRegistry(exports).expectAgreement()
  }

  private static let exports: Set<String> = [
    "organization-small", "cloudsplaining-gaad.json", "cloudmapper-demo",
  ]
}

private let samples = ProcessInfo.processInfo.environment["PERMREG_SAMPLES"]
