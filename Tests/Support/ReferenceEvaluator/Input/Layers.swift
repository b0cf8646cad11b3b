/// The policies of a scenario, layer by layer.
struct Layers {
  /// A layer's kind: what its documents may say, and where they stand in the decision.
  enum Kind: String {
    case identity
    case boundary
    case session
    case resource
    case serviceControl = "scp"
    case resourceControl = "rcp"
    case vpcEndpoint
  }

  /// Several documents that form a union (C2.3).
  struct Layer {
    var kind: Kind
    var documents: [PolicyDocument]
  }

  /// An absent layer is nil: it does not apply.
  var identity: Layer?
  /// The boundary of the user or role.
  var boundary: Layer?
  /// The policies passed with the session.
  var session: Layer?
  /// The policies of the resource, on the function and on its qualifier for example.
  var resource: Layer?
  /// The policies of the endpoint that the request passes.
  var vpcEndpoint: Layer?
  /// The levels from the root down.
  var serviceControl: [Layer]
  /// The levels of the resource's account, from the root down.
  var resourceControl: [Layer]

  /// Reads the `policies` member of a scenario.
  init(_ value: JSONValue?, trustPolicy: Bool) throws(InvalidScenario) {
    identity = try Layers.layer(.identity, value)
    boundary = try Layers.layer(.boundary, value)
    session = try Layers.layer(.session, value)
    resource = try Layers.layer(.resource, value, trustPolicy: trustPolicy)
    vpcEndpoint = try Layers.layer(.vpcEndpoint, value)
    serviceControl = try Layers.levels(.serviceControl, value)
    resourceControl = try Layers.levels(.resourceControl, value)
  }

  private static func layer(
    _ kind: Kind, _ policies: JSONValue?, trustPolicy: Bool = false
  ) throws(InvalidScenario) -> Layer? {
    let texts = list(policies?[kind.rawValue])
    if texts.isEmpty { return nil }
    let dialect = PolicyDialect(layer: kind, isTrustPolicy: trustPolicy)
    return Layer(kind: kind, documents: try documents(texts, dialect))
  }

  private static func levels(
    _ kind: Kind, _ policies: JSONValue?
  ) throws(InvalidScenario) -> [Layer] {
    var levels: [Layer] = []
    let dialect = PolicyDialect(layer: kind, isTrustPolicy: false)
    for level in list(policies?[kind.rawValue]) {
      levels.append(Layer(kind: kind, documents: try documents(list(level), dialect)))
    }
    return levels
  }

  private static func documents(
    _ texts: [JSONValue], _ dialect: PolicyDialect
  ) throws(InvalidScenario) -> [PolicyDocument] {
    var documents: [PolicyDocument] = []
    for text in texts { documents.append(try PolicyDocument(text, dialect)) }
    return documents
  }

  /// `null` and a missing member are no document; an object is one.
  private static func list(_ value: JSONValue?) -> [JSONValue] {
    switch value {
    case nil, .null?: []
    case .array(let elements)?: elements
    case .some(let document): [document]
    }
  }
}
