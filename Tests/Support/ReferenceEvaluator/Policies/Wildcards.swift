/// A pattern with `*` (zero or more scalars) and `?` (exactly one scalar), over a whole text.
struct WildcardPattern {
  /// What one character of a pattern asks for.
  enum Element {
    case scalar(Unicode.Scalar)
    case anyOne
    case anyRun(crossesColons: Bool)
  }

  /// The elements in order.
  var elements: [Element]

  /// A pattern of these elements.
  init(elements: [Element]) {
    self.elements = elements
  }

  /// The pattern that `text` writes.
  init(_ text: String) {
    elements = text.scalars.map { Element(written: $0) }
  }

  /// Whether the whole of `subject` matches. After each element, `reached` holds the places of the
  /// subject up to which the elements so far can match, in ascending order.
  func matches(_ subject: [Unicode.Scalar]) -> Bool {
    var reached = [0]
    for element in elements {
      switch element {
      case .scalar(let scalar):
        reached = reached.filter { $0 < subject.count && subject[$0] == scalar }.map { $0 + 1 }
      case .anyOne:
        reached = reached.filter { $0 < subject.count }.map { $0 + 1 }
      case .anyRun(crossesColons: true):
        reached = Array(reached[0]...subject.count)
      case .anyRun(crossesColons: false):
        let ends = reached.map { $0...($0 + subject[$0...].prefix { $0 != ":" }.count) }
        reached = Set(ends.joined()).sorted()
      }
      if reached.isEmpty { return false }
    }
    return reached.last == subject.count
  }

  /// Whether the whole of `subject` matches.
  func matches(_ subject: String) -> Bool {
    matches(subject.scalars)
  }

  /// The same pattern with no `*` that crosses a colon.
  var withinColons: WildcardPattern {
    WildcardPattern(
      elements: elements.map { element in
        if case .anyRun = element { .anyRun(crossesColons: false) } else { element }
      })
  }

  /// Whether a wildcard `*` is in it.
  var hasStar: Bool {
    elements.contains { if case .anyRun = $0 { true } else { false } }
  }

  /// Whether a wildcard `?` is in it.
  var hasQuestionMark: Bool {
    elements.contains { if case .anyOne = $0 { true } else { false } }
  }
}

extension WildcardPattern.Element {
  /// What a character of a pattern means.
  init(written scalar: Unicode.Scalar) {
    switch scalar {
    case "*": self = .anyRun(crossesColons: true)
    case "?": self = .anyOne
    default: self = .scalar(scalar)
    }
  }
}
