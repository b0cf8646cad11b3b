/// A text of a policy in which `${…}` may stand (A.5).
struct VariableText {
  /// A stretch of the text.
  enum Segment {
    /// Text as written: in a pattern its `*` and `?` are wildcards.
    case written(String)
    /// `${*}`, `${?}` or `${$}` (A5.4).
    case escaped(Unicode.Scalar)
    /// `${key}` or `${key, 'default'}` (A5.3, A5.5).
    case variable(key: String, defaultText: String?)
  }

  /// The text as the document has it.
  var source: String
  /// The stretches in order.
  var segments: [Segment]

  /// Reads a condition value. Without `processed`, `${` is ordinary text (A1.5).
  init(_ text: String, processed: Bool) throws(InvalidScenario) {
    source = text
    segments = processed ? try VariableText.segments(of: text.scalars) : [.written(text)]
  }

  /// Reads an entry of `Resource` or `NotResource`: variables stand only after the fifth colon
  /// (A5.1). Decision: before it, and in a pattern with fewer colons, `${` is ordinary text.
  init(resource text: String, processed: Bool) throws(InvalidScenario) {
    source = text
    let fields = text.parts(":", maximum: 6)
    guard processed, fields.count == 6 else {
      segments = [.written(text)]
      return
    }
    let head = fields[..<5].joined(separator: ":") + ":"
    segments = [.written(head)] + (try VariableText.segments(of: fields[5].scalars))
  }

  private static func segments(of text: [Unicode.Scalar]) throws(InvalidScenario) -> [Segment] {
    var segments: [Segment] = []
    var written = String.UnicodeScalarView()
    var rest = text[...]
    while let scalar = rest.first {
      guard rest.starts(with: "${".unicodeScalars) else {
        written.append(scalar)
        rest = rest.dropFirst()
        continue
      }
      segments.append(.written(String(written)))
      written = String.UnicodeScalarView()
      rest = rest.dropFirst(2)
      segments.append(try variable(&rest))
    }
    return segments + [.written(String(written))]
  }

  /// Reads what follows `${`, closing brace included.
  private static func variable(
    _ rest: inout ArraySlice<Unicode.Scalar>
  ) throws(InvalidScenario) -> Segment {
    let key = rest.prefix { $0 != "}" && $0 != "," }
    rest = rest.dropFirst(key.count)
    guard !key.isEmpty, !key.contains(" ") else {
      throw InvalidScenario("A5.3: a variable's name is empty or holds a space")
    }
    if rest.first == "}" {
      rest = rest.dropFirst()
      if key.count == 1, let only = key.first, ["*", "?", "$"].contains(only) {
        return .escaped(only)
      }
      return .variable(key: String(String.UnicodeScalarView(key)), defaultText: nil)
    }
    let opening = ", '".unicodeScalars
    guard rest.starts(with: opening) else {
      throw InvalidScenario("A5.3: a variable is not closed, or its default has no quotes")
    }
    rest = rest.dropFirst(opening.count)
    let text = rest.prefix { $0 != "'" }
    rest = rest.dropFirst(text.count)
    guard rest.starts(with: "'}".unicodeScalars) else {
      throw InvalidScenario("A5.3: a variable's default is not closed")
    }
    rest = rest.dropFirst(2)
    return .variable(
      key: String(String.UnicodeScalarView(key)),
      defaultText: String(String.UnicodeScalarView(text)))
  }
}
