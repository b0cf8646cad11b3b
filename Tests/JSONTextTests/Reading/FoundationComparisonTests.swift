import Foundation
import JSONText
import Testing

/// Compares the reader with Foundation's, which shares nothing with it.
@Suite("The reader and Foundation's")
struct FoundationComparisonTests {
  @Test("read the same values from random documents", arguments: 1...4)
  func sameValues(_ seed: UInt64) throws {
    var random = RandomJSON(seed: seed)
    for _ in 0..<500 {
      let text = random.text()
      let document = try JSONDocument(parsing: Array(text.utf8))
      let other = try JSONSerialization.jsonObject(
        with: Data(text.utf8), options: .fragmentsAllowed)
      guard isEqual(document.root, other) else {
        Issue.record("read differently: \(text)")
        continue
      }
    }
  }

  @Test("never disagree on what to accept when one byte of a document is changed", arguments: 1...4)
  func sameRefusals(_ seed: UInt64) {
    var random = RandomJSON(seed: seed)
    let bytes = Array("{}[],:\"\\0123456789.-+eEtrufalsn \n\tx".utf8)
    for _ in 0..<500 {
      var text = Array(random.text().utf8)
      text[random.index(text.count)] = bytes[random.index(bytes.count)]
      let mine = outcome(of: text)
      let isTheirs =
        (try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)) != nil
      if mine == .refusedByPolicy || (mine == .accepted) == isTheirs { continue }
      let changed = String(decoding: text, as: UTF8.self)
      if !isKnownToDiffer(changed) { Issue.record("judged differently: \(changed)") }
    }
  }

  /// Foundation lets a comma stand before `}`, and refuses a number that no `Double` can hold.
  private func isKnownToDiffer(_ text: String) -> Bool {
    text.contains(/,\s*}/) || text.contains(/[eE]\+?[0-9]{3}/)
  }

  private enum Outcome { case accepted, refused, refusedByPolicy }

  /// Repeated keys are refused here and accepted by Foundation.
  private func outcome(of text: [UInt8]) -> Outcome {
    do {
      _ = try JSONDocument(parsing: text)
      return .accepted
    } catch {
      return error.code == .duplicateKey ? .refusedByPolicy : .refused
    }
  }

  private func isEqual(_ mine: JSONValue, _ other: Any) -> Bool {
    if let members = mine.members {
      guard let other = other as? [String: Any], members.map(\.key).count == other.count else {
        return false
      }
      return members.allSatisfy { member in
        other[member.key].map { isEqual(member.value, $0) } ?? false
      }
    }
    if let elements = mine.elements {
      guard let other = other as? [Any], elements.map(\.kind).count == other.count else {
        return false
      }
      return zip(elements, other).allSatisfy { isEqual($0, $1) }
    }
    if let string = mine.string { return string == other as? String }
    if let bool = mine.bool { return bool == other as? Bool }
    if let number = mine.numberText {
      return (other as? NSNumber)?.doubleValue == Double(number)
    }
    return other is NSNull
  }
}
