import ActionCatalog
import Testing

@Suite("The resource types of an ARN")
struct ResourceTypeTests {
  private func types(_ service: String, _ arn: String) throws -> [String] {
    try #require(ActionCatalog.service(service)).resourceTypes(matching: arn).map(\.name)
  }

  @Test(
    "of Lambda",
    arguments: [
      ("function:orders", ["function"]),
      ("function:orders:7", ["function alias", "function version"]),
      ("function:orders:$LATEST", ["function alias", "function version"]),
      ("function:orders:prod", ["function alias", "function version"]),
      ("function:orders:7/durable-execution/run/1", ["durable execution"]),
      ("layer:tools", ["layer"]),
      ("layer:tools:3", ["layerVersion"]),
      ("event-source-mapping:4f1c", ["eventSourceMapping"]),
      ("code-signing-config:csc-1", ["code signing config"]),
      ("web-function/shop", ["webFunction"]),
      ("web-function/shop/endpoint/main", ["webFunctionEndpoint"]),
      ("web-function/shop/revision/9", ["webFunctionRevision"]),
      ("function:", []),
      ("function", []),
      ("function:a:b:c", []),
      ("runtime/own", []),
    ])
  func lambda(resource: String, expected: [String]) throws {
    #expect(try types("lambda", "arn:aws:lambda:eu-west-1:111122223333:\(resource)") == expected)
  }

  @Test(
    "of other services, whose names can hold slashes and colons",
    arguments: [
      ("iam", "arn:aws:iam::111122223333:role/app", ["role"]),
      ("iam", "arn:aws:iam::111122223333:role/team/app", ["role"]),
      ("iam", "arn:aws:iam::111122223333:user/app", ["user"]),
      ("s3", "arn:aws:s3:::bucket", ["bucket"]),
      ("s3", "arn:aws:s3:::bucket/key", ["object"]),
      ("s3", "arn:aws:s3:::bucket/folder/key", ["object"]),
      ("s3", "arn:aws:s3:::bucket/2026-08-01T10:00:00", ["object"]),
      ("s3", "arn:aws-cn:s3:cn-north-1:111122223333:accesspoint/own", ["accesspoint"]),
      ("logs", "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/f", ["log-group"]),
      (
        "logs", "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/f:log-stream:a/[1]b",
        ["log-stream"]
      ),
      ("sqs", "arn:aws:sqs:eu-west-1:111122223333:orders", ["queue"]),
    ])
  func others(service: String, arn: String, expected: [String]) throws {
    #expect(try types(service, arn) == expected)
  }

  @Test(
    "are none where the ARN is another service's, or none at all",
    arguments: [
      "arn:aws:s3:::bucket", "arn:aws:lambda:eu-west-1::function:orders", "orders", "", "*",
      ":::::",
      "arn:aws:lambda:eu-west-1:111122223333:Function:orders",
    ])
  func none(arn: String) throws {
    #expect(try types("lambda", arn).isEmpty)
  }

  @Test("are found by name")
  func named() throws {
    let lambda = try #require(ActionCatalog.service("lambda"))
    #expect(lambda.resourceType(named: "function")?.conditionKeys == ["aws:ResourceTag/${TagKey}"])
    #expect(lambda.resourceType(named: "layer")?.conditionKeys == [])
    #expect(lambda.resourceType(named: "Function") == nil)
  }
}
