/// A pattern of text as a list of elements, for the search of texts that patterns tell apart.
struct TextShape: Hashable {
  /// One element of a pattern.
  enum Element: Hashable {
    case character(Unicode.Scalar)
    /// A letter in either case.
    case letter(Unicode.Scalar)
    /// Any one character; not a colon inside the first fields of an ARN.
    case one(exceptColon: Bool)
    /// Any number of characters.
    case many(exceptColon: Bool)
  }

  var elements: [Element] = []

  init(_ elements: [Element] = []) {
    self.elements = elements
  }

  /// Text that stands for itself.
  init(literal text: String, ignoringCase: Bool = false) {
    elements = text.unicodeScalars.map { ignoringCase ? .letter($0) : .character($0) }
  }

  /// Text in which `*` and `?` are wildcards.
  init(pattern text: String) {
    append(pattern: text, exceptColon: false)
  }

  /// Adds text that stands for itself.
  mutating func append(literal text: String) {
    elements += text.unicodeScalars.map { .character($0) }
  }

  /// Adds text in which `*` and `?` are wildcards.
  mutating func append(pattern text: String, exceptColon: Bool) {
    elements += text.unicodeScalars.map { scalar in
      switch scalar {
      case "*": .many(exceptColon: exceptColon)
      case "?": .one(exceptColon: exceptColon)
      default: .character(scalar)
      }
    }
  }
}

/// Finds texts that stand for all texts as far as some patterns can tell.
///
/// It follows all patterns at once, character by character, from the empty text on, and keeps the
/// first text of each combination of patterns that match. All characters that no pattern names are
/// alike, so one of them stands for the rest.
struct TextLanguage {
  private let shapes: [TextShape]
  private let alphabet: [Unicode.Scalar]

  /// The set of positions that the patterns may be at, as pairs of a pattern and a place.
  private typealias State = [Position]

  private struct Position: Hashable {
    let shape: Int
    let place: Int
  }

  init(_ shapes: [TextShape]) {
    self.shapes = shapes
    var named: Set<Unicode.Scalar> = []
    for element in shapes.flatMap(\.elements) {
      switch element {
      case .character(let scalar): named.insert(scalar)
      case .letter(let scalar): named.formUnion(TextLanguage.cases(of: scalar))
      case .one(let exceptColon), .many(let exceptColon): if exceptColon { named.insert(":") }
      }
    }
    let other = TextLanguage.freshScalars(except: named, count: 1)
    alphabet = other + named.sorted { $0.value < $1.value }
  }

  /// Characters that are not among some others.
  static func freshScalars(
    except named: Set<Unicode.Scalar>, count: Int
  ) -> [Unicode.Scalar] {
    let letters = "xyzabcdefghijklmnopqrstuvw0123456789".unicodeScalars
    let rare = (0xE000...0xF8FF).lazy.compactMap { Unicode.Scalar(UInt32($0)) }
    return Array(
      (Array(letters) + rare.prefix(named.count + count)).filter { !named.contains($0) }.prefix(
        count))
  }

  private static func cases(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    guard scalar.isASCII else { return [scalar] }
    let lower = lowered(UInt8(ascii: scalar))
    let isLetter = lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
    return isLetter ? [Unicode.Scalar(lower), Unicode.Scalar(lower & 0xDF)] : [scalar]
  }

  /// The texts, each with the patterns that match it.
  struct Representatives {
    var texts: [String]
    /// Whether the search came to its end, so that no combination is left out.
    var isComplete: Bool
  }

  /// Searches until nothing new turns up or so many states were seen.
  func representatives(limit: Int) -> Representatives {
    var texts: [String] = []
    var combinations: Set<[Int]> = []
    let first = closure(Set(shapes.indices.map { Position(shape: $0, place: 0) }))
    var seen: Set<State> = [first]
    var queue: [(state: State, text: String)] = [(first, "")]
    var next = 0
    while next < queue.count {
      let (state, text) = queue[next]
      next += 1
      if combinations.insert(matching(state)).inserted { texts.append(text) }
      for scalar in alphabet {
        let reached = step(state, over: scalar)
        guard seen.insert(reached).inserted else { continue }
        if seen.count > limit { return Representatives(texts: texts, isComplete: false) }
        queue.append((reached, text + String(scalar)))
      }
    }
    return Representatives(texts: texts, isComplete: true)
  }

  /// Whether all patterns match a text.
  func allMatch(_ text: String) -> Bool {
    var state = closure(Set(shapes.indices.map { Position(shape: $0, place: 0) }))
    for scalar in text.unicodeScalars { state = step(state, over: scalar) }
    return matching(state).count == shapes.count
  }

  /// The patterns that match at their ends.
  private func matching(_ state: State) -> [Int] {
    state.filter { $0.place == shapes[$0.shape].elements.count }.map(\.shape)
  }

  private func step(_ state: State, over scalar: Unicode.Scalar) -> State {
    var reached: Set<Position> = []
    for position in state where position.place < shapes[position.shape].elements.count {
      let after = Position(shape: position.shape, place: position.place + 1)
      switch shapes[position.shape].elements[position.place] {
      case .character(let expected): if expected == scalar { reached.insert(after) }
      case .letter(let expected):
        if TextLanguage.cases(of: expected).contains(scalar) { reached.insert(after) }
      case .one(let exceptColon): if !exceptColon || scalar != ":" { reached.insert(after) }
      case .many(let exceptColon): if !exceptColon || scalar != ":" { reached.insert(position) }
      }
    }
    return closure(reached)
  }

  /// Adds the places that a run of any characters reaches by standing for none.
  private func closure(_ positions: Set<Position>) -> State {
    var closed = positions
    for position in positions {
      let elements = shapes[position.shape].elements
      var place = position.place
      while place < elements.count, case .many = elements[place] {
        place += 1
        closed.insert(Position(shape: position.shape, place: place))
      }
    }
    return closed.sorted { ($0.shape, $0.place) < ($1.shape, $1.place) }
  }
}
