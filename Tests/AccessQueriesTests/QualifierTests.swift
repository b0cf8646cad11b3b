import AccessQueries
import Registry
import Testing

/// Source: Lambda developer guide, "Viewing resource-based IAM policies in Lambda" and "Fine-tuning
/// the Resources and Conditions sections of policies".
@Suite("which function policies a request meets, and which resources they name")
struct QualifierTests {
  private static let partner = #"{"AWS":"arn:aws:iam::111122223333:role/partner"}"#

  /// The function's policy names each of the resources to another service; version 1 and the alias
  /// `live`, which points at it, have policies of their own.
  private static func registry() throws -> WrittenRegistry {
    try WrittenRegistry { writer in
      try writer.put(role: role("partner"))
      try writer.put(
        policyOf: function("f"),
        allow(#"{"Service":"exact.amazonaws.com"}"#, to: invoke, on: function("f")),
        allow(#"{"Service":"any.amazonaws.com"}"#, to: invoke, on: function("f:*")),
        allow(#"{"Service":"wide.amazonaws.com"}"#, to: invoke, on: function("f*")),
        allow(#"{"Service":"one.amazonaws.com"}"#, to: invoke, on: function("f:1")),
        allow(#"{"Service":"latest.amazonaws.com"}"#, to: invoke, on: function("f:$LATEST")))
      try writer.put(
        policyOf: function("f:1"),
        allow(#"{"Service":"version.amazonaws.com"}"#, to: invoke, on: function("f:1")),
        allow(#"{"Service":"stray.amazonaws.com"}"#, to: invoke, on: function("f")))
      try writer.put(
        policyOf: function("f:live"),
        allow(#"{"Service":"alias.amazonaws.com"}"#, to: invoke, on: function("f:live")))
      try writer.put(
        policyOf: function("f2"),
        allow(#"{"Service":"other.amazonaws.com"}"#, to: invoke, on: function("f*")))
    }
  }

  private static let invoke = "lambda:InvokeFunction"

  static let rows: [(request: String, services: Set<String>)] = [
    ("f", ["exact", "wide"]),
    ("f:1", ["any", "wide", "one", "version"]),
    ("f:live", ["any", "wide", "alias"]),
    ("f:2", ["any", "wide"]),
    // Not the same request as the unqualified one, although the same code runs.
    ("f:$LATEST", ["any", "wide", "latest"]),
    ("f2", ["other"]),
    ("f2:1", ["other"]),
  ]

  @Test("a request meets the function's policy and that of its own qualifier", arguments: rows)
  func services(row: (request: String, services: Set<String>)) throws {
    let registry = try Self.registry()
    for service in ["exact", "any", "wide", "one", "latest", "version", "stray", "alias", "other"] {
      let answer = try registry.can(
        .service("\(service).amazonaws.com"), asking(Self.invoke, function(row.request)))
      let expected: Outcome = row.services.contains(service) ? .allowed : .denied
      #expect(answer.outcome == expected, "\(service) on \(row.request)")
    }
    let listed = try registry.ask { queries in
      try queries.whoCan(asking(Self.invoke, function(row.request))).map(\.subject)
    }
    let services = listed.compactMap { subject in
      if case .service(let name) = subject { return name.replacing(".amazonaws.com", with: "") }
      return nil
    }
    #expect(Set(services) == row.services)
  }

  @Test(
    "identity policies match the qualified ARN too, and a star runs past the colon",
    arguments: [
      ("f", ["f", "f*", "*"]), ("f:1", ["f:*", "f:1", "f*", "*", "f:?"]),
      ("f:live", ["f:*", "f*", "*", "f:l*e"]), ("f:$LATEST", ["f:*", "f*", "*", "f:$LATEST"]),
      ("f2", ["f*", "*"]),
      ("f:1/durable-execution/e/9", ["f:*", "f*", "*", "f:1/durable-execution/*"]),
    ] as [(String, Set<String>)])
  func identity(request: String, patterns: Set<String>) throws {
    for pattern in [
      "f", "f:*", "f:1", "f*", "*", "f:?", "f:l*e", "f:$LATEST", "f:1/durable-execution/*",
    ] {
      let registry = try WrittenRegistry { writer in
        try writer.put(role: role("app"), [allow(Self.invoke, on: function(pattern))])
      }
      let answer = try registry.can(
        .role(arn: role("app")), asking(Self.invoke, function(request)))
      #expect(
        answer.outcome == (patterns.contains(pattern) ? .allowed : .denied),
        "\(pattern) on \(request)")
    }
  }

  @Test("a Deny needs both forms to reach every call", arguments: ["f", "f:1"])
  func denies(request: String) throws {
    for (listed, isComplete) in [(["f"], false), (["f:*"], false), (["f", "f:*"], true)] {
      let registry = try WrittenRegistry { writer in
        let denies = listed.map { deny(Self.invoke, on: function($0)) }
        try writer.put(role: role("app"), [allow("lambda:*", on: "*")] + denies)
      }
      let answer = try registry.can(
        .role(arn: role("app")), asking(Self.invoke, function(request)))
      let isReached = isComplete || (listed == ["f"]) == (request == "f")
      #expect(answer.outcome == (isReached ? .denied : .allowed), "\(listed) on \(request)")
    }
  }

  @Test("a version's policy reaches its durable executions only by their own names")
  func durableExecutions() throws {
    let execution = function("f:1/durable-execution/e/9")
    let action = "lambda:GetDurableExecution"
    let registry = try WrittenRegistry { writer in
      try writer.put(role: role("partner"))
      try writer.put(
        policyOf: function("f:1"),
        allow(Self.partner, to: action, on: function("f:1/durable-execution/*")))
      try writer.put(policyOf: function("f:live"), allow(Self.partner, to: "*", on: "*"))
    }
    let partner = Subject.role(arn: role("partner"))
    #expect(try registry.can(partner, asking(action, execution)).outcome == .allowed)
    #expect(try registry.can(partner, asking(action, function("f:1"))).outcome == .denied)
    let second = function("f:2/durable-execution/e/9")
    #expect(try registry.can(partner, asking(action, second)).outcome == .denied)
  }

  @Test("a layer version has its own policy, the layer has none")
  func layers() throws {
    let layer = "arn:aws:lambda:us-east-1:111122223333:layer:l"
    let registry = try WrittenRegistry { writer in
      try writer.put(
        policyOf: "\(layer):1",
        allow(#"{"AWS":"444455556666"}"#, to: "lambda:GetLayerVersion", on: "\(layer):1"))
    }
    let partner = Subject.external(arn: "arn:aws:iam::444455556666:role/app")
    let get = "lambda:GetLayerVersion"
    #expect(try registry.can(partner, asking(get, "\(layer):1")).outcome == .allowed)
    #expect(try registry.can(partner, asking(get, "\(layer):2")).outcome == .denied)
    #expect(try registry.can(partner, asking(get, "\(layer):11")).outcome == .denied)
    let publish = asking("lambda:PublishLayerVersion", layer)
    #expect(try registry.can(partner, publish).outcome == .denied)
  }

  @Test("an event source mapping is made without the function's policy")
  func mappings() throws {
    let registry = try WrittenRegistry { writer in
      try writer.put(role: role("partner"))
      try writer.put(role: role("app"), [allow("lambda:CreateEventSourceMapping", on: "*")])
      try writer.put(policyOf: function("f"), allow(Self.partner, to: "lambda:*", on: "*"))
    }
    let make = asking("lambda:CreateEventSourceMapping", function("f"), takesNoResource: true)
    #expect(try registry.can(.role(arn: role("partner")), make).outcome == .denied)
    #expect(try registry.can(.role(arn: role("app")), make).outcome == .allowed)
    // The same policy does decide about the function itself.
    let call = asking("lambda:InvokeFunction", function("f"))
    #expect(try registry.can(.role(arn: role("partner")), call).outcome == .allowed)
  }
}
