package import Registry

/// Which tags AWS accepts.
///
/// Sources: IAM User Guide, "Tags for IAM resources", rules for tagging; Lambda Developer Guide,
/// "Using tags on Lambda functions"; the pattern of `Tag` in both API References.
package struct TagRule: Sendable {
  /// Whether keys that differ in case are the same key, as in IAM.
  package let ignoresCase: Bool

  package init(ignoresCase: Bool) {
    self.ignoresCase = ignoresCase
  }

  /// How many tags a thing may have.
  package static let limit = 50

  /// The rule for what an ARN names.
  ///
  /// - Throws: `EditError` for what bears no tags.
  package init(for identity: ResourceIdentity) throws(EditError) {
    ignoresCase = identity.service == "iam"
    let isUntaggable =
      identity.isPolicyOfAWS || (identity.service == "iam" && identity.type == "group")
      || (identity.service == "lambda"
        && (identity.type == "layer" || identity.isQualifiedFunction))
    guard !isUntaggable else {
      throw EditError(
        identity.service == "iam" ? .invalidInput : .invalidParameterValue,
        "`\(identity.arn)` cannot have tags",
        hint: identity.isQualifiedFunction
          ? "tags belong to the function as a whole: leave the qualifier out" : nil)
    }
  }

  /// The tags with others added: a key that is there keeps its place, and its value is replaced.
  ///
  /// - Throws: `EditError` for a key or value that AWS refuses, for a key given twice, and for more
  ///   tags than AWS allows.
  package func adding(_ new: [Tag], to tags: Tags) throws(EditError) -> Tags {
    var given: Set<String> = []
    for tag in new {
      try check(tag)
      guard given.insert(folded(tag.key)).inserted else {
        throw EditError(
          .invalidInput, "the tag key `\(tag.key)` is given twice",
          hint: ignoresCase ? "IAM does not tell keys apart by case" : nil)
      }
    }
    let kept = tags.entries.filter { !given.contains(folded($0.key)) }
    let result = Tags(kept + new)
    guard result.entries.count <= Self.limit else {
      throw EditError(
        .limitExceeded,
        "there would be \(result.entries.count) tags, and there may be \(Self.limit)")
    }
    return result
  }

  /// The tags without some keys; a key that is not there is no fault, as for AWS.
  package func removing(_ keys: [String], from tags: Tags) -> Tags {
    let gone = Set(keys.map(folded))
    return Tags(tags.entries.filter { !gone.contains(folded($0.key)) })
  }

  private func folded(_ key: String) -> String { ignoresCase ? key.lowercased() : key }

  private func check(_ tag: Tag) throws(EditError) {
    let length = tag.key.unicodeScalars.count
    guard (1...128).contains(length) else {
      throw EditError(.validationError, "a tag key has 1 to 128 characters, not \(length)")
    }
    guard tag.value.unicodeScalars.count <= 256 else {
      throw EditError(
        .validationError,
        "the value of the tag `\(tag.key)` has "
          + "\(tag.value.unicodeScalars.count) characters, and may have 256")
    }
    guard !tag.key.lowercased().hasPrefix("aws:") else {
      throw EditError(.invalidInput, "`\(tag.key)`: tag keys that begin with `aws:` are AWS's own")
    }
    for text in [tag.key, tag.value] where !text.unicodeScalars.allSatisfy(Self.isAllowed) {
      throw EditError(
        .validationError, "`\(text)` cannot stand in a tag",
        hint: "use letters, digits, spaces and the characters _.:/=+-@")
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .spaceSeparator, .lineSeparator,
      .paragraphSeparator:
      true
    default: "_.:/=+-@".unicodeScalars.contains(scalar)
    }
  }
}

extension ResourceIdentity {
  /// Whether this is a function's ARN with a version or an alias behind it.
  var isQualifiedFunction: Bool {
    service == "lambda" && type == "function" && name.utf8.contains(UInt8(ascii: ":"))
  }
}
