import ReferenceEvaluator
import Testing

@Suite("B.1, B.2, B.7 to B.9: logic, missing keys, sets")
struct ConditionLogicTests {
  @Test(
    "B.1: clauses are all needed, values are alternatives or all excluded",
    arguments: [
      ConditionCase(#""StringEquals":{"k:a":"x","k:b":"y"}"#, #""k:a":"x","k:b":"y""#, .holds),
      ConditionCase(#""StringEquals":{"k:a":"x","k:b":"y"}"#, #""k:a":"x","k:b":"z""#, .fails),
      ConditionCase(
        #""StringEquals":{"k:a":"x"},"StringLike":{"k:a":"y*"}"#, #""k:a":"x""#, .fails),
      ConditionCase(#""StringEquals":{"k:a":["x","y"]}"#, #""k:a":"y""#, .holds),
      ConditionCase(#""StringNotEquals":{"k:a":["x","y"]}"#, #""k:a":"y""#, .fails),
      ConditionCase(#""StringNotEquals":{"k:a":["x","y"]}"#, #""k:a":"z""#, .holds),
      ConditionCase(#""StringEquals":{"K:Tag/A":"x"}"#, #""k:tag/a":"x""#, .holds),
      ConditionCase(#""Bool":{"k:a":true}"#, #""k:a":"true""#, .holds),
      ConditionCase(#""NumericEquals":{"k:a":5}"#, #""k:a":"5.0""#, .holds),
      ConditionCase(
        #""stringequals":{"k:a":"x"}"#, #""k:a":"x""#, .marked(.operatorLetterCase, holds: true)),
      ConditionCase(
        #""stringequals":{"k:a":"x"}"#, #""k:a":"y""#, .marked(.operatorLetterCase, holds: false)),
      ConditionCase(#""StringEquals":{"k:a":"x"}"#, #""k:a":["x"]"#, .holds),
      ConditionCase(
        #""StringEquals":{"k:a":"x"}"#, #""k:a":["x","y"]"#,
        .open(.severalValuesWithoutSetOperator)),
    ])
  func logic(_ conditionCase: ConditionCase) throws {
    try conditionCase.check()
  }

  @Test("B.2: a missing key fails a positive comparison and satisfies a negated one")
  func missing() throws {
    let isNegated = { (name: String) in name.contains("Not") }
    for name in OperatorName.all where name.comparison != .null {
      for context in ["", #""k:a":[]"#] {
        let expectation: ConditionCase.Expectation =
          switch (name.quantifier, name.ifExists) {
          case (.bare, false): isNegated(name.comparison.rawValue) ? .holds : .fails
          case (.bare, true), (.forAllValues, true): .holds
          case (.forAllValues, false):
            isNegated(name.comparison.rawValue) ? .open(.forAllValuesNegatedWithoutValue) : .holds
          case (.forAnyValue, false): .fails
          case (.forAnyValue, true): .open(.forAnyValueIfExistsWithoutKey)
          }
        try ConditionCase(#""\#(name)":{"k:a":"x"}"#, context, expectation).check()
      }
    }
  }

  @Test(
    "B.6: Null asks for presence",
    arguments: [
      ConditionCase(#""Null":{"k:a":"true"}"#, "", .holds),
      ConditionCase(#""Null":{"k:a":"false"}"#, "", .fails),
      ConditionCase(#""Null":{"k:a":true}"#, #""k:a":"""#, .holds),
      ConditionCase(#""Null":{"k:a":"true"}"#, #""k:a":[]"#, .holds),
      ConditionCase(#""Null":{"k:a":"true"}"#, #""k:a":"x""#, .fails),
      ConditionCase(#""Null":{"k:a":"false"}"#, #""k:a":["","x"]"#, .holds),
      ConditionCase(#""ForAllValues:Null":{"k:a":"false"}"#, "", .holds),
      ConditionCase(#""ForAnyValue:Null":{"k:a":"false"}"#, #""k:a":"x""#, .fails),
    ])
  func null(_ conditionCase: ConditionCase) throws {
    try conditionCase.check()
  }

  @Test(
    "B.7: set operators",
    arguments: [
      ConditionCase(
        #""ForAllValues:StringEquals":{"k:a":["x","y"]}"#, #""k:a":["x","y","x"]"#, .holds),
      ConditionCase(
        #""ForAllValues:StringEquals":{"k:a":["x","y"]}"#, #""k:a":["x","z"]"#, .fails),
      ConditionCase(#""ForAllValues:StringEquals":{"k:a":"x"}"#, #""k:a":"""#, .holds),
      ConditionCase(#""ForAllValues:StringEquals":{"k:a":"x"}"#, #""k:a":["","x"]"#, .fails),
      ConditionCase(
        #""ForAllValues:StringNotEquals":{"k:a":["x"]}"#, #""k:a":["y","z"]"#, .holds),
      ConditionCase(
        #""ForAllValues:StringNotEquals":{"k:a":["x"]}"#, #""k:a":["x","z"]"#, .fails),
      ConditionCase(
        #""ForAllValues:StringNotEqualsIfExists":{"k:a":"x"}"#, #""k:a":"""#,
        .open(.forAllValuesNegatedWithoutValue)),
      ConditionCase(#""ForAnyValue:StringLike":{"k:a":"x*"}"#, #""k:a":["y","xx"]"#, .holds),
      ConditionCase(#""ForAnyValue:StringLike":{"k:a":"x*"}"#, #""k:a":["y","z"]"#, .fails),
      ConditionCase(#""ForAnyValue:StringLike":{"k:a":"*"}"#, #""k:a":"""#, .fails),
      ConditionCase(
        #""ForAnyValue:StringNotEquals":{"k:a":["x","y"]}"#, #""k:a":["x","z"]"#, .holds),
      ConditionCase(
        #""ForAnyValue:StringNotEquals":{"k:a":["x","y"]}"#, #""k:a":["x","y"]"#, .fails),
      ConditionCase(#""ForAnyValue:StringEquals":{"k:a":"x"}"#, #""k:a":"x""#, .holds),
      ConditionCase(#""ForAnyValue:StringEqualsIfExists":{"k:a":"x"}"#, #""k:a":"y""#, .fails),
    ])
  func sets(_ conditionCase: ConditionCase) throws {
    try conditionCase.check()
  }

  @Test(
    "B.9: empty lists of policy values",
    arguments: [
      ConditionCase(#""ForAnyValue:StringEquals":{"k:a":[]}"#, #""k:a":"x""#, .fails),
      ConditionCase(#""ForAnyValue:StringNotEquals":{"k:a":[]}"#, #""k:a":"x""#, .fails),
      ConditionCase(#""ForAllValues:StringEquals":{"k:a":[]}"#, "", .holds),
      ConditionCase(#""ForAllValues:StringEquals":{"k:a":[]}"#, #""k:a":"x""#, .fails),
      ConditionCase(#""ForAllValues:StringNotEquals":{"k:a":[]}"#, #""k:a":"x""#, .fails),
      ConditionCase(#""StringEqualsIfExists":{"k:a":[]}"#, "", .holds),
      ConditionCase(#""StringNotEqualsIfExists":{"k:a":[]}"#, #""k:a":"x""#, .fails),
      ConditionCase(
        #""StringEquals":{"k:a":[]}"#, #""k:a":"x""#, .marked(.emptyListBare, holds: false)),
      ConditionCase(#""StringNotEquals":{"k:a":[]}"#, #""k:a":"x""#, .open(.emptyListBare)),
    ])
  func emptyLists(_ conditionCase: ConditionCase) throws {
    try conditionCase.check()
  }

  @Test(
    "A5.6: a variable without value fails a positive comparison and satisfies a negated one",
    arguments: [
      ConditionCase(#""StringEquals":{"k:a":"${k:b}"}"#, #""k:a":"x","k:b":"x""#, .holds),
      ConditionCase(#""StringEquals":{"k:a":"${K:B}"}"#, #""k:a":"x""#, .fails),
      ConditionCase(#""StringNotEquals":{"k:a":"${k:b}"}"#, #""k:a":"x""#, .holds),
      ConditionCase(#""StringNotEquals":{"k:a":"${k:b}"}"#, "", .holds),
      ConditionCase(#""StringNotEquals":{"k:a":["${k:b}","x"]}"#, #""k:a":"x""#, .fails),
      ConditionCase(#""StringEquals":{"k:a":"${k:b, 'x y'}"}"#, #""k:a":"x y""#, .holds),
      ConditionCase(#""StringEquals":{"k:a":"${k:b, 'x'}"}"#, #""k:a":"x","k:b":"""#, .fails),
      ConditionCase(#""StringEquals":{"k:a":"${k:b}"}"#, #""k:a":"","k:b":"""#, .holds),
      ConditionCase(#""StringLike":{"k:a":"x${*}"}"#, #""k:a":"x*""#, .holds),
      ConditionCase(#""StringLike":{"k:a":"x${*}"}"#, #""k:a":"xy""#, .fails),
      ConditionCase(
        #""StringLike":{"k:a":"${k:b}"}"#, #""k:a":"xy","k:b":"x*""#,
        .open(.wildcardInSubstitutedText)),
      ConditionCase(#""StringEquals":{"k:a":"${k:b}"}"#, #""k:a":"x*","k:b":"x*""#, .holds),
      ConditionCase(
        #""ArnLike":{"k:a":"${k:b}"}"#, #""k:a":"arn:aws:s3:::b","k:b":"arn:aws:s3:::b""#, .holds),
      ConditionCase(#""NumericEquals":{"k:a":"${k:b}"}"#, #""k:a":"1","k:b":"1""#, .fails),
    ])
  func variables(_ conditionCase: ConditionCase) throws {
    try conditionCase.check()
  }
}
