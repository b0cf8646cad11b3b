import Evaluation
import Testing

@Suite("truth values of three")
struct TruthTests {
  private static let a = Truth.uncertain(.wildcardAcrossFields)
  private static let b = Truth.uncertain(.partialNotPrincipal)
  private static let values: [Truth] = [.false, .true, a, b, .true.marked(.datedData)]

  /// The value without its rules.
  private func kind(_ value: Truth) -> Int { value.isTrue ? 1 : value.isFalse ? -1 : 0 }

  @Test("operations commute, and are each other's mirror", arguments: values, values)
  func mirror(left: Truth, right: Truth) {
    #expect((left && right) == (right && left))
    #expect((left || right) == (right || left))
    #expect(!(left && right) == (!left || !right))
    #expect(!(!left) == left)
  }

  @Test("conjunction is the lesser and disjunction the greater", arguments: values, values)
  func order(left: Truth, right: Truth) {
    #expect(kind(left && right) == min(kind(left), kind(right)))
    #expect(kind(left || right) == max(kind(left), kind(right)))
  }

  @Test("operations associate", arguments: values, values)
  func associate(left: Truth, right: Truth) {
    for third in Self.values {
      #expect(kind((left && right) && third) == kind(left && (right && third)))
      #expect(kind((left || right) || third) == kind(left || (right || third)))
    }
  }

  @Test("doubts add up, and end where a certain value decides")
  func rules() {
    let both: UncertainRules = [.wildcardAcrossFields, .partialNotPrincipal]
    #expect((Self.a && Self.b).rules == both)
    #expect((Self.a || Self.b).rules == both)
    #expect((Self.a && .false).rules.isEmpty)
    #expect((Self.a || .true).rules.isEmpty)
  }

  @Test("a mark stays with a value that rests on it")
  func marks() {
    let marked = Truth.true.marked(.datedData)
    #expect((marked && .true).rules == .datedData)
    #expect((marked || .true).rules.isEmpty)
    #expect((marked || .false).rules == .datedData)
    #expect((!marked).isFalse)
  }

  @Test("codes are the open questions' numbers, and words for what was not known")
  func codes() {
    let rules: UncertainRules = [
      .sourceFunctionInResourcePolicy, .forAllValuesNegatedMissing, .unknownKey, .unknownDocument,
    ]
    #expect(rules.codes == ["U01", "U18", "unknown-document", "unknown-key"])
  }
}
