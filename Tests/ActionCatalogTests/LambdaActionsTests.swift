import ActionCatalog
import Testing

/// Lambda, the service that this product is about, fact by fact.
@Suite("Lambda's actions")
struct LambdaActionsTests {
  private let lambda: ActionCatalog.Service

  init() throws {
    lambda = try #require(ActionCatalog.service("lambda"))
  }

  @Test(
    "there are 135 of them, so many of each access level",
    arguments: [
      (ActionCatalog.AccessLevel.list, 25), (.permissionsManagement, 8), (.read, 32), (.tagging, 2),
      (.write, 68),
    ])
  func totals(level: ActionCatalog.AccessLevel, count: Int) {
    #expect(lambda.actions.count == 135)
    #expect(lambda.actions.count { $0.accessLevel == level } == count)
  }

  @Test("an action is what the facts say", arguments: LambdaFacts.actions)
  func action(row: LambdaFacts.Row) throws {
    let action = try #require(ActionCatalog.action("lambda:\(row.name)"))
    #expect(action.service == "lambda")
    #expect(action.name == row.name)
    #expect(action.accessLevel.rawValue == row.columns[0])
    #expect(
      action.resourceTypes.map {
        ($0.isFromGuide ? "+" : "") + $0.name + ($0.isRequired ? "*" : "")
      }
      .sorted() == row.entries(1).sorted())
    #expect(
      action.conditionKeys.map { ($0.isFromGuide ? "+" : "") + $0.name }.sorted()
        == row.entries(2).sorted())
    let operations = row.entries(3)
    #expect(action.isPermissionOnly == (operations == ["permission-only"]))
    #expect(
      action.operations
        == (operations.isEmpty ? [row.name] : action.operationsIfNamed(by: operations)))
    #expect(action.dependentActions.isEmpty)
  }

  @Test("a resource type is what the facts say", arguments: LambdaFacts.types)
  func resourceType(row: LambdaFacts.Row) throws {
    let type = try #require(lambda.resourceType(named: row.name))
    #expect(type.arnFormat == row.columns[0])
    #expect(type.conditionKeys == row.entries(1))
  }

  @Test("a condition key is what the facts say", arguments: LambdaFacts.keys)
  func conditionKey(row: LambdaFacts.Row) throws {
    let key = try #require(lambda.conditionKey(row.name))
    #expect(key.name == row.name)
    #expect((key.isMultivalued ? "ArrayOf" : "") + key.valueType.rawValue == row.columns[0])
  }

  @Test("nothing is in the catalog that the facts do not have")
  func completeness() {
    #expect(lambda.actions.map(\.name) == LambdaFacts.actions.map(\.name))
    #expect(lambda.resourceTypes.map(\.name) == LambdaFacts.types.map(\.name))
    #expect(lambda.conditionKeys.map(\.name) == LambdaFacts.keys.map(\.name))
    #expect(lambda.name == "AWS Lambda")
  }

  @Test(
    "an action without a resource type takes no resource, and one with an optional type does",
    arguments: [
      ("ListFunctions", true), ("CreateEventSourceMapping", true), ("PassNetworkConnector", true),
      ("ListLayerVersions", true), ("InvokeFunction", false), ("ListTags", false),
    ])
  func takesNoResource(name: String, expected: Bool) throws {
    #expect(try #require(lambda.action(named: name)).takesNoResource == expected)
  }

  @Test("the keys of a request are the action's and those of its resource types")
  func keysOfRequest() throws {
    let invoke = try #require(lambda.action(named: "InvokeFunction"))
    #expect(
      lambda.conditionKeys(of: invoke).map(\.name) == [
        "aws:ResourceTag/${TagKey}", "lambda:EventSourceToken", "lambda:InvokedViaFunctionUrl",
      ])
    let publish = try #require(lambda.action(named: "PublishLayerVersion"))
    #expect(lambda.conditionKeys(of: publish).isEmpty)
  }
}

extension ActionCatalog.Action {
  /// The operations that a column of the facts means.
  fileprivate func operationsIfNamed(by column: [String]) -> [String] {
    column == ["none"] || column == ["permission-only"] ? [] : column
  }
}
