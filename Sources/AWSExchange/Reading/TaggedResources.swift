import JSONText
import PolicyLanguage
import Registry

/// `resourcegroupstaggingapi get-resources`.
extension FileReader {
  mutating func readTaggedResources(_ root: JSONValue) {
    for resource in list(root, "ResourceTagMappingList") {
      guard let arn = arn(resource, "ResourceARN") else { continue }
      if arn.account.isAccountID, !arn.region.isEmpty { see(.getResources, arn) }
      add(ResourceTags(resource: arn.text, tags: tags(resource)), at: resource)
    }
  }
}
