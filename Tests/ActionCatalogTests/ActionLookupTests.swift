import ActionCatalog
import Testing

@Suite("Looking up an action")
struct ActionLookupTests {
  @Test(
    "finds it whatever its case, and answers in AWS's",
    arguments: [
      ("lambda:InvokeFunction", "lambda:InvokeFunction"),
      ("LAMBDA:INVOKEFUNCTION", "lambda:InvokeFunction"),
      ("lambda:invokefunctionurl", "lambda:InvokeFunctionUrl"),
      ("iam:passrole", "iam:PassRole"),
      ("S3:GetObject", "s3:GetObject"),
      ("sts:AssumeRole", "sts:AssumeRole"),
      // The first and the last action of the first and the last service.
      ("a2c:GetContainerizationJobDetails", "a2c:GetContainerizationJobDetails"),
      ("a2c:StartDeploymentJob", "a2c:StartDeploymentJob"),
      ("xray:BatchGetTraces", "xray:BatchGetTraces"),
      ("xray:UpdateSamplingRule", "xray:UpdateSamplingRule"),
      // A name with a hyphen.
      (
        "vpc-lattice:AssociateViaAWSService-EventsAndStates",
        "vpc-lattice:AssociateViaAWSService-EventsAndStates"
      ),
    ])
  func found(written: String, name: String) throws {
    #expect(try #require(ActionCatalog.action(written)).fullName == name)
  }

  @Test(
    "does not find what is only near",
    arguments: [
      // An operation, not an action: a policy that names it grants nothing.
      "lambda:Invoke",
      "lambda:InvokeFunctio", "lambda:InvokeFunctions", "lambda:", "lambda", ":InvokeFunction", ":",
      "", "*", "lambda:*", "lambda:Invoke*", "lambda:InvokeFunction ", " lambda:InvokeFunction",
      "lambda:InvokeFunction:1", "lambda\tAWS Lambda", "zzz:Anything", "lambda:InvokeFunctïon",
      "lambda:AddPermission\tP",
    ])
  func missing(written: String) {
    #expect(ActionCatalog.action(written) == nil)
  }

  @Test("finds every action of every service, and by its name in capitals")
  func everyAction() {
    for (service, actions) in WholeCatalog.services {
      for action in actions where service.action(named: action.name.uppercased()) != action {
        Issue.record("`\(action.fullName)` is not found")
      }
    }
  }

  @Test("finds every service by its prefix, whatever its case")
  func everyService() {
    for prefix in ActionCatalog.servicePrefixes {
      #expect(ActionCatalog.service(prefix)?.prefix == prefix)
      #expect(ActionCatalog.service(prefix.uppercased())?.prefix == prefix)
    }
    #expect(ActionCatalog.services.map(\.prefix) == ActionCatalog.servicePrefixes)
    #expect(ActionCatalog.service("lamb") == nil)
    #expect(ActionCatalog.service("lambdas") == nil)
    #expect(ActionCatalog.service("") == nil)
  }

  @Test("tells the actions that a caller needs beside it")
  func dependentActions() throws {
    let runInstances = try #require(ActionCatalog.action("ec2:RunInstances"))
    #expect(
      runInstances.dependentActions == ["ec2:CreateTags", "iam:PassRole", "ssm:GetParameters"])
    let getObject = try #require(ActionCatalog.action("s3:GetObject"))
    #expect(getObject.dependentActions.isEmpty)
  }

  @Test("says nothing of operations where it knows none")
  func unknownOperations() throws {
    let getObject = try #require(ActionCatalog.action("s3:GetObject"))
    #expect(getObject.operations == nil)
    #expect(getObject.isPermissionOnly == nil)
  }

  @Test("knows that a function URL is invoked by no API operation")
  func permissionOnly() throws {
    let invoke = try #require(ActionCatalog.action("lambda:InvokeFunctionUrl"))
    #expect(invoke.isPermissionOnly == true)
    #expect(invoke.operations == [])
    // An action without an operation is not for that reason permission-only.
    let update = try #require(ActionCatalog.action("lambda:UpdateFunctionCodeSigningConfig"))
    #expect(update.isPermissionOnly == false)
    #expect(update.operations == [])
  }
}
