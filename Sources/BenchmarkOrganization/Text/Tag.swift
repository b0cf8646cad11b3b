import JSONText

/// A tag of a user, a role or a resource.
struct Tag: Sendable {
  /// The key as written.
  let key: String
  /// The value, which can be empty.
  let value: String

  /// An entry of a list of tags.
  var json: JSON { ["Key": .string(key), "Value": .string(value)] }

  /// Chooses the tags of one record: one record in seven has none, and the letter case of keys
  /// differs from record to record. A change sets the tag `release` anew.
  static func choose(
    team: String, environment: String, generation: Int, _ stream: inout SplitMix64
  ) -> [Tag] {
    var tags: [Tag] = []
    if !stream.chance(14) {
      // AWS compares tag keys without regard to letter case, and keeps them as written.
      let key = stream.chance(80) ? "team" : stream.pick(["Team", "TEAM"])
      tags.append(Tag(key: key, value: team))
      if stream.chance(60) { tags.append(Tag(key: "env", value: environment)) }
      if stream.chance(30) { tags.append(costCenter(&stream)) }
      if stream.chance(10) {
        tags.append(Tag(key: "clearance", value: stream.pick(["high", "low"])))
      }
      if stream.chance(5) { tags.append(Tag(key: "owner", value: "Zoë Müller / 運用")) }
      if stream.chance(4) { tags.append(Tag(key: "ticket", value: "")) }
    }
    if generation > 0 { tags.append(Tag(key: "release", value: "r\(generation)")) }
    return tags
  }

  private static func costCenter(_ stream: inout SplitMix64) -> Tag {
    let key = stream.pick(["cost-center", "CostCenter", "Cost Center"])
    return Tag(key: key, value: "cc-\(100 + stream.below(900))")
  }
}
