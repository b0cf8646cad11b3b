import Testing

@testable import BenchmarkOrganization

@Suite("SplitMix64")
struct SplitMix64Tests {
  @Test("it gives the numbers of the published algorithm")
  func publishedNumbers() {
    var stream = SplitMix64(seed: 1_234_567)
    let numbers = (0..<5).map { _ in stream.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test("a number below a bound reaches every value and no other", arguments: [1, 2, 7, 64])
  func below(bound: Int) {
    var stream = SplitMix64(seed: 3)
    let numbers = Set((0..<bound * 50).map { _ in stream.below(bound) })
    #expect(numbers == Set(0..<bound))
  }

  @Test("a bound that leaves no number gives 0", arguments: [0, -1, Int.min])
  func noNumber(bound: Int) {
    var stream = SplitMix64(seed: 3)
    #expect(stream.below(bound) == 0)
  }

  @Test("a unique id has the prefix of its kind and 17 characters of Base32")
  func uniqueID() {
    var stream = SplitMix64(seed: 5)
    let id = stream.uniqueID("AROA")
    #expect(id.wholeMatch(of: /AROA[A-Z2-7]{17}/) != nil)
    #expect(stream.uuid().wholeMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil)
  }

  @Test("streams of different places, domains and generations differ")
  func streams() {
    let entropy = EntropySource(seed: 1)
    var streams = [
      entropy.stream(.role, 1, 2), entropy.stream(.role, 2, 1), entropy.stream(.user, 1, 2),
      entropy.stream(.role, 1, 2, generation: 1), EntropySource(seed: 2).stream(.role, 1, 2),
    ]
    let first = Set(streams.indices.map { streams[$0].next() })
    #expect(first.count == streams.count)
  }
}
