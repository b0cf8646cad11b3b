import Evaluation
import PolicyLanguage
import Testing

@Suite("policies of the organization")
struct OrganizationTests {
  private static let all: [Statement] = [.allow("*")]
  private static let ec2: [Statement] = [.allow("ec2:*")]
  private static let open: [Statement] = [.allow("*", to: [.everyone])]
  private static let queue: ResourceName = "arn:aws:sqs:us-east-1:111122223333:jobs"
  private static let denyQueues: [Statement] = [
    .allow("*", to: [.everyone]), .deny("sqs:*", to: [.everyone]),
  ]
  private static let linked = Caller.role(
    .init(ownAccount, name: "AWSServiceRoleForX", path: "aws-service-role/x.amazonaws.com/"))

  static let service: [DecisionCase] = [
    DecisionCase("every level allows", .allowed, layers(identity: all, scp: [all, all, all])),
    DecisionCase(
      "one level that does not allow is enough", .implicitlyDenied,
      layers(identity: all, scp: [all, ec2, all])),
    DecisionCase(
      "a Deny at any level denies", .explicitlyDenied,
      layers(identity: all, scp: [all, all + [.deny("lambda:*")]])),
    DecisionCase("they grant nothing", .implicitlyDenied, layers(scp: [all])),
    DecisionCase(
      "they limit what a resource grants to the caller", .implicitlyDenied,
      layers(resource: [.allow("*", to: [.alice])], scp: [ec2])),
    DecisionCase("they bind the root user", .implicitlyDenied, caller: .root, layers(scp: [ec2])),
    DecisionCase(
      "they bind callers from outside on their own account", .implicitlyDenied, caller: .bob,
      layers(identity: all, resource: [.allow("*", to: [.bob])], scp: [ec2])),
    DecisionCase(
      "they do not bind a service", .allowed, caller: .service("s3.amazonaws.com"),
      layers(resource: [.allow("*", to: [.service("s3.amazonaws.com")])], scp: [[.deny("*")]])),
    DecisionCase(
      "they do not bind a service-linked role", .allowed, caller: linked,
      layers(identity: all, scp: [[.deny("*")]])),
    DecisionCase(
      "aws:PrincipalArn tells a service-linked role where the caller does not", .allowed,
      caller: .roleSession(.init(ownAccount, name: "AWSServiceRoleForX"), name: "x"),
      context: [
        "aws:PrincipalArn": [
          "arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX"
        ]
      ],
      layers(identity: all, scp: [[.deny("*")]])),
    DecisionCase(
      "they do not bind the management account", .allowed,
      {
        var layers = layers(identity: all, scp: [[.deny("*")]])
        layers.exemptions = .callerInManagementAccount
        return layers
      }()),
  ]

  @Test("service control policies", arguments: service)
  func serviceControl(example: DecisionCase) { example.check() }

  private static func onQueue(
    _ name: String, _ verdict: Verdict, caller: Caller = .alice, _ layers: PolicyLayers
  ) -> DecisionCase {
    DecisionCase(
      name, verdict, caller: caller, action: "sqs:SendMessage", resource: queue, layers)
  }

  static let resource: [DecisionCase] = [
    onQueue("they let pass what they do not deny", .allowed, layers(identity: all, rcp: [open])),
    onQueue(
      "a Deny at any level denies", .explicitlyDenied,
      layers(identity: all, rcp: [open, denyQueues])),
    onQueue(
      "a level without Allow denies", .implicitlyDenied,
      layers(identity: all, rcp: [[.deny("s3:*", to: [.everyone])]])),
    onQueue("they bind the root user", .explicitlyDenied, caller: .root, layers(rcp: [denyQueues])),
    onQueue(
      "they bind services", .explicitlyDenied, caller: .service("sns.amazonaws.com"),
      layers(resource: open, rcp: [denyQueues])),
    onQueue(
      "they bind anonymous callers", .explicitlyDenied, caller: .anonymous,
      layers(resource: open, rcp: [denyQueues])),
    onQueue(
      "they do not bind service-linked roles", .allowed, caller: linked,
      layers(identity: all, rcp: [denyQueues])),
    onQueue(
      "they do not bind resources of the management account", .allowed,
      {
        var layers = layers(identity: all, rcp: [denyQueues])
        layers.exemptions = .resourceInManagementAccount
        return layers
      }()),
    DecisionCase(
      "they do not reach Lambda", .allowed,
      layers(identity: all, rcp: [[.deny("*", to: [.everyone])]])),
    DecisionCase(
      "they do not reach kms:RetireGrant", .allowed, action: "kms:RetireGrant",
      resource: "arn:aws:kms:us-east-1:111122223333:key/1234",
      layers(
        resource: [.allow("*", to: [.alice])], rcp: [[.deny("*", to: [.everyone])]])),
  ]

  @Test("resource control policies", arguments: resource)
  func resourceControl(example: DecisionCase) { example.check() }
}
