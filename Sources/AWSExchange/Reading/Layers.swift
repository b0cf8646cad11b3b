import JSONText
import PolicyLanguage
import Registry

/// `lambda list-layers`, `list-layer-versions` and `get-layer-version-policy`.
extension FileReader {
  mutating func readLayers(_ root: JSONValue) {
    for layer in list(root, "Layers") {
      guard let newest = layer["LatestMatchingVersion"], !newest.isNull else { continue }
      readLayerVersion(newest, .listLayers)
    }
  }

  mutating func readLayerVersions(_ root: JSONValue) {
    for version in list(root, "LayerVersions") { readLayerVersion(version, .listLayerVersions) }
  }

  private mutating func readLayerVersion(_ version: JSONValue, _ command: AWSCommand) {
    guard let arn = arn(version, "LayerVersionArn") else { return }
    see(command, arn)
    add(LayerVersion(arn: arn.text, createdAt: time(version, "CreatedDate")), at: version)
  }

  mutating func readLayerVersionPolicy(_ root: JSONValue) throws {
    guard let kept = try documents.keep(root["Policy"], as: .resource, in: path) else { return }
    let named = kept.resources.map(\.resource).first { $0.utf8.split(separator: 58).count == 8 }
    var bearer = named
    if let place, let layer = place.item, let version = place.qualifier {
      let partition = named.flatMap(ARN.init).map { String($0.partition) } ?? "aws"
      bearer =
        "arn:\(partition):lambda:\(place.region):\(place.account):layer:\(layer):\(version)"
    }
    guard let bearer else { return reportNoBearer(root) }
    try put(kept, on: bearer, .getLayerVersionPolicy, root)
  }
}
