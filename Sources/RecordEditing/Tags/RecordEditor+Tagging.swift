package import Registry

extension RecordEditor {
  /// Adds tags to what a name or any ARN means; a key that is there gets the new value.
  ///
  /// - Throws: `EditError` where AWS would refuse a tag.
  package func tag(_ name: String, _ tags: [Tag]) throws -> EditedRecord {
    try changeTags(of: name) { rule, old throws(EditError) in try rule.adding(tags, to: old) }
  }

  /// Takes tags away from what a name or any ARN means, by their keys.
  package func untag(_ name: String, keys: [String]) throws -> EditedRecord {
    try changeTags(of: name) { rule, old in rule.removing(keys, from: old) }
  }

  private func changeTags(
    of name: String, _ change: (TagRule, Tags) throws(EditError) -> Tags
  ) throws -> EditedRecord {
    let arn = try taggable(name)
    let rule = try TagRule(for: ResourceIdentity(arn: arn))
    if var user = try snapshot.record(User.self, arn: arn) {
      user.tags = try change(rule, user.tags)
      try writer.put(user)
      return EditedRecord(.user, arn)
    }
    if var role = try snapshot.record(Role.self, arn: arn) {
      role.tags = try change(rule, role.tags)
      try writer.put(role)
      return EditedRecord(.role, arn)
    }
    let old = try snapshot.record(ResourceTags.self, arn: arn)
    let new = try change(rule, old?.tags ?? Tags())
    if !new.entries.isEmpty {
      try writer.put(ResourceTags(resource: arn, tags: new))
    } else if old != nil {
      try writer.remove(.resourceTags, key: arn)
    }
    return EditedRecord(.resourceTags, arn)
  }

  /// What is tagged: any ARN, but of a user or role only one that is there.
  private func taggable(_ name: String) throws -> String {
    guard name.hasPrefix("arn:") else {
      return try resolve(
        name,
        among: [.role, .user, .managedPolicy, .function, .eventSourceMapping, .identityProvider]
      ).arn
    }
    let identity = try ResourceIdentity(arn: name)
    let kinds: [String: RecordKind] = ["user": .user, "role": .role]
    if identity.service == "iam", let kind = kinds[identity.type] {
      return try resolve(name, among: [kind]).arn
    }
    return identity.arn
  }
}
