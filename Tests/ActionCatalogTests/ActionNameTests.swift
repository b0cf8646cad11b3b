import ActionCatalog
import Testing

@Suite("The name of an action on the command line")
struct ActionNameTests {
  @Test(
    "may be a verb of the AWS CLI",
    arguments: [
      ("invoke", "lambda:InvokeFunction"),
      ("invoke-with-response-stream", "lambda:InvokeFunction"),
      ("invoke-function", "lambda:InvokeFunction"),
      ("invoke-async", "lambda:InvokeAsync"),
      ("invoke-url", "lambda:InvokeFunctionUrl"),
      ("invoke-function-url", "lambda:InvokeFunctionUrl"),
      ("get-layer-version-by-arn", "lambda:GetLayerVersion"),
      ("get-layer-version", "lambda:GetLayerVersion"),
      ("update-function-code", "lambda:UpdateFunctionCode"),
      ("add-permission", "lambda:AddPermission"),
      ("list-versions-by-function", "lambda:ListVersionsByFunction"),
      ("Update-Function-Code", "lambda:UpdateFunctionCode"),
      ("pass-capacity-provider", "lambda:PassCapacityProvider"),
    ])
  func verb(written: String, action: String) throws {
    #expect(try ActionName.resolve(written).fullName == action)
  }

  @Test(
    "may be the full name of an action of any service",
    arguments: ["lambda:InvokeFunction", "iam:PassRole", "S3:getobject"])
  func fullName(written: String) throws {
    let action = try ActionName.resolve(written)
    #expect(action.fullName.lowercased() == written.lowercased())
  }

  @Test("every action of Lambda has a verb, and no verb means two actions")
  func verbs() throws {
    let lambda = try #require(ActionCatalog.service("lambda"))
    let verbs = ActionName.lambdaVerbs
    #expect(Set(verbs.map(\.action)) == Set(lambda.actions.map(\.fullName)))
    #expect(Set(verbs.map(\.verb)).count == verbs.count)
    #expect(verbs.map(\.verb) == verbs.map(\.verb).sorted())
    // 135 names, the three operations with another name, and the short form of our own.
    #expect(verbs.count == 139)
    for verb in verbs {
      #expect(verb.verb.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
    }
  }

  @Test("is an error with a suggestion where it is unknown")
  func unknown() throws {
    let error = try #require(throws: UnknownAction.self) {
      try ActionName.resolve("lambda:InvokeFuncton")
    }
    #expect(error.code == "unknown-action")
    #expect(error.message == "unknown action `lambda:InvokeFuncton`")
    #expect(error.help == "did you mean `lambda:InvokeFunction`")
  }

  @Test("is an error without a suggestion where nothing is near")
  func hopeless() throws {
    let error = try #require(throws: UnknownAction.self) { try ActionName.resolve("qwertyuiop") }
    #expect(error.suggestions.isEmpty)
    #expect(error.help == nil)
  }

  @Test(
    "is not the bare name of an action, a wildcard or a part of a verb",
    arguments: [
      "InvokeFunction", "lambda:*", "*", "invoke-", "invok", "", "lambda", "updatefunctioncode",
    ])
  func refused(written: String) {
    #expect(throws: UnknownAction.self) { try ActionName.resolve(written) }
  }
}
