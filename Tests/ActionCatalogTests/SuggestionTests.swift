import Testing

@testable import ActionCatalog

@Suite("Did you mean")
struct SuggestionTests {
  @Test(
    "the likeliest name comes first",
    arguments: [
      ("lambda:InvokeFuncton", "lambda:InvokeFunction"),
      ("lambda:invokefunctoin", "lambda:InvokeFunction"),
      ("lamda:InvokeFunction", "lambda:InvokeFunction"),
      ("lamda:InvokeFuncton", "lambda:InvokeFunction"),
      ("iam:PassRoles", "iam:PassRole"),
      ("s3:GetObjects", "s3:GetObject"),
      // An operation's name is not an action's.
      ("lambda:Invoke", "lambda:InvokeFunction"),
      ("lambda:InvokeWithResponseStream", "lambda:InvokeFunction"),
      // What was written may only be the beginning.
      ("lambda:PublishLay", "lambda:PublishLayerVersion"),
      // Without a colon: a verb, or an action of Lambda.
      ("invok", "invoke"),
      ("updte-function-code", "update-function-code"),
      ("InvokeFunction", "lambda:InvokeFunction"),
    ])
  func likeliest(written: String, meant: String) {
    #expect(ActionCatalog.suggestions(for: written, limit: 3).first == meant)
  }

  @Test(
    "nothing is suggested where nothing is near",
    arguments: [
      "", ":", "lambda:", "lambda:Qwertyuiop", "qwertyuiop:InvokeFunction", "*", "lambda:*", "🦊",
      String(repeating: "lambda:InvokeFunction", count: 1000),
    ])
  func nothing(written: String) {
    #expect(ActionCatalog.suggestions(for: written, limit: 3).isEmpty)
  }

  @Test("no more are given than asked for, none twice, nearer ones before farther ones")
  func limit() {
    let many = ActionCatalog.suggestions(for: "lambda:GetFunctionUrlConfigs", limit: 100)
    #expect(many.first == "lambda:GetFunctionUrlConfig")
    #expect(Set(many).count == many.count)
    #expect(ActionCatalog.suggestions(for: "lambda:GetFunctionUrlConfigs", limit: 1) == [many[0]])
    #expect(ActionCatalog.suggestions(for: "lambda:GetFunctionUrlConfigs", limit: 0).isEmpty)
    #expect(ActionCatalog.suggestions(for: "lambda:GetFunctionUrlConfigs", limit: -1).isEmpty)
  }

  @Test(
    "the distance counts bytes put in, left out, replaced and swapped",
    arguments: [
      ("", "", 0), ("abc", "abc", 0), ("abc", "abxc", 1), ("abc", "ac", 1), ("abc", "axc", 1),
      ("abc", "acb", 1), ("abc", "", 3), ("", "abc", 3), ("kitten", "sitting", 3), ("ca", "abc", 3),
    ])
  func distance(first: String, second: String, edits: Int) {
    let (first, second) = (Array(first.utf8), Array(second.utf8))
    #expect(EditDistance.between(first, second, atMost: edits) == edits)
    #expect(EditDistance.between(first, second, atMost: edits - 1) == nil)
  }
}
