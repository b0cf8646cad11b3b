import PolicyLanguage
import Testing

@Suite("Names of condition operators")
struct ConditionOperatorTests {
  @Test("every operator is read from its own name, in any letter case")
  func roundTrip() {
    for known in ConditionOperator.all {
      #expect(ConditionOperator(known.description) == known)
      #expect(ConditionOperator(known.description.uppercased()) == known)
    }
  }

  @Test("27 comparisons, each with three quantifiers and with and without IfExists, but for Null")
  func count() {
    #expect(ConditionOperator.Comparison.allCases.count == 27)
    #expect(ConditionOperator.all.count == 26 * 3 * 2 + 3)
  }

  @Test(
    "a name's parts are told apart",
    arguments: [
      ("StringEquals", ConditionOperator(.stringEquals)),
      ("NotIpAddressIfExists", ConditionOperator(.notIPAddress, ifExists: true)),
      ("ForAllValues:StringLike", ConditionOperator(.stringLike, quantifier: .forAllValues)),
      (
        "ForAnyValue:ArnNotLikeIfExists",
        ConditionOperator(.arnNotLike, quantifier: .forAnyValue, ifExists: true)
      ),
      ("ForAnyValue:Null", ConditionOperator(.null, quantifier: .forAnyValue)),
    ])
  func parts(_ name: String, _ known: ConditionOperator) {
    #expect(ConditionOperator(name) == known)
  }

  @Test(
    "other names are unknown",
    arguments: [
      "", "StringEqual", "NullIfExists", "ForAnyValue:NullIfExists", "ForAnyValue:",
      "ForSomeValues:StringLike", "StringLikeIfExistsIfExists", "IfExistsStringLike", " Bool",
    ])
  func unknown(_ name: String) {
    #expect(ConditionOperator(name) == nil)
  }
}
