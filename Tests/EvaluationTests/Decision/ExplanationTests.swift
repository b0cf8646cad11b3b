import Evaluation
import PolicyLanguage
import Testing

@Suite("explanations")
struct ExplanationTests {
  private func explain(
    _ layers: PolicyLayers, caller: Caller = .alice, context: [String: [String]] = [:]
  ) -> Explanation {
    let request = AuthorizationRequest(
      caller: caller, action: "lambda:InvokeFunction", resource: ResourceName(orders),
      context: .complete(context))
    return Evaluator.explain(request, layers)
  }

  private func place(_ kind: LayerKind, _ statement: Int, level: Int = 0) -> StatementReference {
    StatementReference(LayerReference(kind, level: level), policy: 0, statement: statement)
  }

  @Test("name every statement that allows, with its level")
  func allows() {
    let explanation = explain(
      layers(
        identity: [.allow("s3:*"), .allow("lambda:*")],
        resource: [.allow("*", to: [.home]), .allow("*", to: [.alice])]))
    #expect(
      explanation.allows.map(\.reference)
        == [place(.identity, 1), place(.resource, 0), place(.resource, 1)])
    #expect(explanation.allows.map(\.level) == [.direct, .account, .direct])
  }

  @Test("name every statement that denies, also where one is enough")
  func denies() {
    let explanation = explain(
      layers(
        identity: [.allow("*"), .deny("lambda:*")], boundary: [.deny("*")],
        scp: [[.allow("*")], [.deny("*")]]))
    #expect(
      explanation.denies.map(\.reference)
        == [place(.serviceControl, 0, level: 1), place(.identity, 1), place(.boundary, 0)])
    #expect(explanation.decision == Decision(.explicitlyDenied))
  }

  private func obstacles(
    _ layers: PolicyLayers, caller: Caller = .alice
  ) -> [Explanation.Obstacle] {
    explain(layers, caller: caller).obstacles
  }

  private func silent(_ kind: LayerKind, level: Int = 0) -> Explanation.Obstacle {
    .init(layer: LayerReference(kind, level: level), reason: .noAllow)
  }

  @Test("name all layers that stand in the way")
  func manyObstacles() {
    let found = obstacles(
      layers(
        identity: [.allow("s3:*"), .deny("lambda:*")], boundary: [.allow("s3:*")],
        scp: [[.allow("*")], [.allow("s3:*")]]))
    #expect(
      found == [
        .init(layer: LayerReference(.identity), reason: .deny),
        silent(.serviceControl, level: 1), silent(.identity), silent(.boundary),
      ])
  }

  @Test("blame the resource's policy only where it is needed")
  func resourceObstacle() {
    #expect(obstacles(layers()) == [silent(.identity)])
    #expect(obstacles(layers(identity: [.allow("*")]), caller: .bob) == [silent(.resource)])
    #expect(
      obstacles(layers(), caller: .service("s3.amazonaws.com")) == [silent(.resource)])
  }

  @Test("do not blame the identity policy where the role is named")
  func roleObstacle() {
    let found = obstacles(
      layers(boundary: [.allow("s3:*")], resource: [.allow("*", to: [.deployer])]), caller: .build)
    #expect(found == [silent(.boundary)])
  }

  @Test("blame the missing session policy of a federation token")
  func federationObstacle() {
    #expect(
      obstacles(layers(identity: [.allow("*")]), caller: .federated) == [silent(.session)])
  }

  @Test("give the parts that fail, nearest statement first")
  func nearMisses() {
    let explanation = explain(
      layers(
        identity: [
          .allow("s3:*", on: ["arn:aws:s3:::b"]),
          .allow(
            "lambda:*", when: when("Bool", "aws:SecureTransport", "true"),
            when("StringEquals", "aws:PrincipalTag/team", "blue")),
        ], resource: [.allow("*", to: [.bob])]), context: ["aws:SecureTransport": ["true"]])
    #expect(
      explanation.nearMisses.map(\.reference)
        == [place(.identity, 1), place(.resource, 0), place(.identity, 0)])
    #expect(
      explanation.nearMisses.map(\.failures)
        == [[.condition(1)], [.principal], [.action, .resource]])
  }

  @Test("an allowed request has no obstacles")
  func noObstacles() {
    #expect(obstacles(layers(identity: [.allow("*")])).isEmpty)
  }
}
