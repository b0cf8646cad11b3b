import Evaluation
import Testing

@Suite("request contexts")
struct RequestContextTests {
  private let team = ContextKey("aws:PrincipalTag/team")

  @Test("a key that nobody speaks of is absent in a complete context and else unknown")
  func silence() {
    #expect(RequestContext.complete().state(of: team) == .absent)
    #expect(RequestContext.partial().state(of: team) == .unknown)
  }

  @Test("names compare without regard to case, a tag's key included")
  func letterCase() {
    let context = RequestContext.partial(["AWS:principaltag/TEAM": ["Blue"]])
    #expect(context.state(of: team) == .value("Blue"))
  }

  @Test("the request's word counts before the caller's, and that before the resource's")
  func precedence() {
    var context = RequestContext.partial()
    context.resource[team] = .value("resource")
    #expect(context.state(of: team) == .value("resource"))
    context.caller[team] = .value("caller")
    #expect(context.state(of: team) == .value("caller"))
    context.request[team] = .absent
    #expect(context.state(of: team) == .absent)
    context.request[team] = nil
    #expect(context.state(of: team) == .value("caller"))
  }

  @Test("a family of tags that is listed completely has no other member")
  func closedFamily() {
    var context = RequestContext.partial()
    context.caller[team] = .value("blue")
    context.caller.close(family: "aws:PrincipalTag")
    #expect(context.state(of: team) == .value("blue"))
    #expect(context.state(of: ContextKey("aws:principaltag/role")) == .absent)
    #expect(context.state(of: ContextKey("aws:ResourceTag/team")) == .unknown)
  }
}
