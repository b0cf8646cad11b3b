extension ActionCatalog {
  /// A kind of resource that statements can name: one row of the Service Authorization Reference's
  /// resource types table.
  package struct ResourceType: Sendable, Hashable {
    /// Its name, such as `function alias`.
    package let name: String
    /// The form of its ARNs, such as
    /// `arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}`.
    package let arnFormat: String
    /// The full names of the condition keys that describe such a resource, in order.
    package let conditionKeys: [String]
  }
}

/// How far a variable of an ARN format may reach in an ARN.
enum ARNVariableReach: CaseIterable {
  /// To the next slash or colon.
  case segment
  /// To the next colon: names with paths, such as `role/team/app` and `log-group:/aws/lambda/f`.
  case field
  /// To the end, for the last one behind a slash: an object key can hold colons.
  case end
}

extension ActionCatalog.ResourceType {
  /// Whether an ARN has the form of this type's, with variables that reach so far; if so, how many
  /// of the format's bytes it has as they stand. Variables are never empty.
  func literalCount(matching arn: String, reach: ARNVariableReach) -> Int? {
    let pattern = WildcardPattern(format: arnFormat, foldsCase: false)
    guard pattern.matches(arn.utf8) else { return nil }
    let (written, format) = (arn.utf8[...], arnFormat.utf8[...])
    // A variable that holds a separator leaves the ARN with more of them than the format has.
    let hasSameSeparators =
      switch reach {
      case .segment: written.colons == format.colons && written.slashes == format.slashes
      case .field: written.colons == format.colons
      case .end:
        format.hasVariableBehindSlash && written.beforeSlash.colons == format.beforeSlash.colons
      }
    return hasSameSeparators ? pattern.literalCount : nil
  }
}

extension Substring.UTF8View {
  fileprivate var colons: Int { count { $0 == UInt8(ascii: ":") } }

  fileprivate var slashes: Int { count { $0 == UInt8(ascii: "/") } }

  fileprivate var beforeSlash: Self { prefix { $0 != UInt8(ascii: "/") } }

  fileprivate var hasVariableBehindSlash: Bool {
    guard last == UInt8(ascii: "}"), let start = lastIndex(of: UInt8(ascii: "$")) else {
      return false
    }
    return self[..<start].last == UInt8(ascii: "/")
  }
}
