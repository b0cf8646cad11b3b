import ActionCatalog
import Testing

@Suite("The actions that an Action entry covers")
struct ActionPatternTests {
  private func names(_ entry: String) -> [String] {
    ActionCatalog.actions(matching: entry).map(\.fullName)
  }

  @Test(
    "are those whose name the wildcards reach",
    arguments: [
      ("lambda:InvokeFunction", ["lambda:InvokeFunction"]),
      ("lambda:InvokeFunction*", ["lambda:InvokeFunction", "lambda:InvokeFunctionUrl"]),
      ("lambda:InvokeFunction???", ["lambda:InvokeFunctionUrl"]),
      ("lambda:InvokeFunction????", []),
      ("LAMBDA:invoke*URL", ["lambda:InvokeFunctionUrl"]),
      (
        "lambda:*LayerVersionP*",
        [
          "lambda:AddLayerVersionPermission", "lambda:GetLayerVersionPolicy",
          "lambda:RemoveLayerVersionPermission",
        ]
      ),
      ("lamb??:*TagResource", ["lambda:TagResource", "lambda:UntagResource"]),
      ("*:PassCapacityProvider", ["lambda:PassCapacityProvider"]),
    ])
  func covered(entry: String, expected: [String]) {
    #expect(names(entry) == expected)
  }

  @Test(
    "are none for text that is no entry",
    arguments: ["lambda", "lambda*", "**", "", ":", "lambda:", ":*", "lambda:Invoke", "lämbda:*"])
  func malformed(entry: String) {
    #expect(names(entry).isEmpty)
  }

  @Test("are all of them for a star, and all of a service for its prefix and a star")
  func stars() {
    let all = WholeCatalog.services.flatMap(\.actions)
    #expect(ActionCatalog.actions(matching: "*") == all)
    #expect(ActionCatalog.actions(matching: "iam*:*").count < all.count)
    #expect(ActionCatalog.actions(matching: "lambda:*").count == 135)
  }

  @Test("come in order of service and name")
  func order() {
    let actions = ActionCatalog.actions(matching: "*:*ResourcePolicy")
    let order = actions.map { ($0.service, $0.name) }
    #expect(order.contains { $0 == ("lambda", "GetResourcePolicy") })
    #expect(order.elementsEqual(order.sorted { $0 < $1 }, by: ==))
  }

  @Test("cost no more for many stars than for few")
  func manyStars() {
    let stars = String(repeating: "*n", count: 200)
    #expect(names("lambda:\(stars)").isEmpty)
  }
}
