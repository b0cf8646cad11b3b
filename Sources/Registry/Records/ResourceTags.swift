/// The tags of a resource other than a user or role.
package struct ResourceTags: Record, Hashable {
  package static let table = RecordTable(
    .resourceTags, "resource_tags",
    key: [.resource("resource", column: "resource_id")],
    fields: [.json("tags")])

  /// The ARN of the resource.
  package var resource: String
  /// The tags.
  package var tags: Tags

  package init(resource: String, tags: Tags) {
    self.resource = resource
    self.tags = tags
  }

  package var values: [FieldValue] {
    [.text(resource), tags.value]
  }

  package init(_ fields: FieldReader) throws(DamagedRecord) {
    resource = try fields.text(0)
    tags = try fields.tags(1)
  }
}
