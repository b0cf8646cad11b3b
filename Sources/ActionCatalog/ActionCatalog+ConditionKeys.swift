extension ActionCatalog {
  /// The condition keys that a request for any service can have: those of the prefix `aws:`, and
  /// those that a service puts into the sessions it issues, such as `lambda:SourceFunctionArn` (IAM
  /// User Guide, "AWS global condition context keys").
  package static let globalConditionKeys: [ConditionKey] =
    EmbeddedText.globalConditionKeys.factLines.compactMap { line in
      let fields = line.fields
      return ConditionKey(name: fields[0], letters: fields[1])
    }

  /// The condition key that a policy means, whatever its case: a global key, else a key of the
  /// service with its prefix, else a key of AWS STS, which lists those of identity providers such
  /// as `saml:aud`. A key of an OpenID Connect provider of one's own is in no list.
  package static func conditionKey(_ written: String) -> ConditionKey? {
    if let key = globalConditionKeys.first(where: { $0.matches(written) }) { return key }
    guard let (prefix, _) = parts(of: written) else { return nil }
    return service(String(prefix))?.conditionKey(written) ?? service("sts")?.conditionKey(written)
  }
}
