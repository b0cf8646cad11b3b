/// Follows a wide pattern through all texts of a narrow one at once.
///
/// A wildcard of the narrow pattern is taken to stand for characters that no literal of the wide
/// pattern equals: if the wide pattern matches those, it matches any others in their place. So only
/// the lengths that a `*` may stand for remain to be tried, and those repeat after as many steps as
/// the wide pattern is long.
struct GlobCoverage {
  /// The wide pattern's elements.
  private let elements: [GlobElement]
  /// For each group of texts, at which elements the wide pattern may stand behind them. Groups that
  /// can only do better than another are left out.
  private var groups: [Set<Int>] = []

  /// How many groups are followed at most.
  private static let limit = 1_024

  /// Follows no text yet.
  init(of wide: Glob) {
    elements = GlobElement.elements(of: wide, lowercased: wide.ignoresCase)
    groups = [closure([0])]
  }

  /// Whether some text has been found that the wide pattern cannot match.
  var isLost: Bool { groups.contains(where: \.isEmpty) }

  /// Whether there is more to follow than is worth it.
  var isTooLarge: Bool { groups.count > Self.limit }

  /// Whether the wide pattern matches every text of what has been followed.
  var isComplete: Bool { groups.allSatisfy { $0.contains(elements.count) } }

  /// Follows the texts over one more element of the narrow pattern.
  mutating func advance(over element: GlobElement, inEitherCase: Bool) {
    var reached: [Set<Int>] = []
    for group in groups {
      switch element {
      case .anyCharacters:
        reached += repeated(group)
      case .anyCharacter:
        reached.append(step(group, over: nil))
      case .character(let character):
        for spelling in spellings(of: character, inEitherCase: inEitherCase) {
          reached.append(step(group, over: spelling))
        }
      }
    }
    groups = smallest(of: reached)
  }

  private func spellings(of character: UInt32, inEitherCase: Bool) -> [UInt32] {
    guard inEitherCase, (UInt32(UInt8(ascii: "a"))...UInt32(UInt8(ascii: "z"))).contains(character)
    else { return [character] }
    return [character, character - 0x20]
  }

  /// What one character leads to; `nil` is a character that no literal equals.
  private func step(_ group: Set<Int>, over character: UInt32?) -> Set<Int> {
    var next: Set<Int> = []
    for place in group where place < elements.count {
      switch elements[place] {
      case .anyCharacters: next.insert(place)
      case .anyCharacter: next.insert(place + 1)
      case .character(let literal): if literal == character { next.insert(place + 1) }
      }
    }
    return closure(next)
  }

  /// What any number of characters lead to, from none on.
  private func repeated(_ group: Set<Int>) -> [Set<Int>] {
    var seen: Set<Set<Int>> = []
    var order: [Set<Int>] = []
    var current = group
    while seen.insert(current).inserted {
      order.append(current)
      current = step(current, over: nil)
    }
    return order
  }

  /// Adds the places that a `*` reaches by standing for nothing, and drops those before the last
  /// `*` reached, which can take all that they could.
  private func closure(_ group: Set<Int>) -> Set<Int> {
    var closed = group
    // INVARIANT: no two `*` stand side by side in a `Glob`.
    for place in group where isStar(place) { closed.insert(place + 1) }
    let star = lastStar(of: closed)
    return closed.filter { $0 >= star }
  }

  private func isStar(_ place: Int) -> Bool {
    place < elements.count && elements[place] == .anyCharacters
  }

  /// The last place with a `*`, or -1.
  private func lastStar(of group: Set<Int>) -> Int {
    group.lazy.filter(isStar).max() ?? -1
  }

  /// The groups that no other is sure to do worse than: a group does better if it stands at a later
  /// `*`, or at all places of the other and more.
  private func smallest(of groups: [Set<Int>]) -> [Set<Int>] {
    let stars = groups.map(lastStar)
    let first = stars.min()
    var kept: [Set<Int>] = []
    let candidates = zip(groups, stars).filter { $0.1 == first }.map(\.0)
    for group in candidates.sorted(by: { $0.count < $1.count })
    where !kept.contains(where: { $0.isSubset(of: group) }) {
      kept.append(group)
    }
    return kept
  }
}
