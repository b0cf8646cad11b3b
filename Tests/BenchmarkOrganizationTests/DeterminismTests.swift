import BenchmarkOrganization
import Foundation
import Testing

@Suite("Determinism")
struct DeterminismTests {
  private func organization(seed: UInt64, revision: Int = 0) throws -> GeneratedOrganization {
    try GeneratedOrganization(
      OrganizationOptions(
        principals: 60, seed: seed, accounts: 3,
        shape: .init(
          change: .init(revision: revision, percent: 5), crowd: .init(roles: 12, allowed: 5))))
  }

  @Test("the same options give the same files, byte for byte")
  func sameSeed() throws {
    let first = try organization(seed: 9)
    let second = try organization(seed: 9)
    let paths = try first.paths()
    #expect(try second.paths() == paths)
    for path in paths where try first.bytes(path) != second.bytes(path) {
      Issue.record("\(path) differs")
    }
    #expect(first.facts == second.facts)
  }

  @Test("another seed gives another organization of the same size")
  func otherSeed() throws {
    let first = try organization(seed: 9)
    let second = try organization(seed: 10)
    #expect(first.facts.organizationID != second.facts.organizationID)
    #expect(try Set(first.accounts()).isDisjoint(with: second.accounts()))
    #expect(first.facts.counts[.users] + first.facts.counts[.roles] == 72)
    #expect(second.facts.counts[.users] + second.facts.counts[.roles] == 72)
  }

  // Benchmarks of different releases are compared over the same organization. Where a change to
  // the generator is meant, the new digest goes in here with it.
  @Test("a seed stands for the same bytes in every process and release")
  func digest() throws {
    let digest = try organization(seed: 1, revision: 2).digest()
    #expect(digest == 15_333_178_261_530_853_576)
  }

  @Test("a directory that holds something is refused and left alone")
  func occupied() throws {
    let existing = try organization(seed: 1)
    let before = try existing.digest()
    let generator = OrganizationGenerator(try OrganizationOptions(principals: 8, seed: 1))
    #expect(throws: GenerationError.directoryNotEmpty(path: existing.root.path)) {
      try generator.write(to: existing.root.path)
    }
    #expect(try existing.digest() == before)
  }

  @Test("a path that cannot be made is an error that names it")
  func unwritable() throws {
    let generator = OrganizationGenerator(try OrganizationOptions(principals: 8, seed: 1))
    let path = "/dev/null/organization"
    let error = #expect(throws: GenerationError.self) { try generator.write(to: path) }
    #expect(error?.description == "cannot create `\(path)`: Not a directory")
  }
}
