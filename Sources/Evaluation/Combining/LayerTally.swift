/// Whether something matched, by the level at which the principal element names the caller.
package struct MatchGrants<Value: Sendable>: Sendable {
  /// At `PrincipalMatchLevel.direct`.
  package var direct: Value
  /// At `PrincipalMatchLevel.entity`.
  package var entity: Value
  /// At `PrincipalMatchLevel.account`.
  package var account: Value

  init(direct: Value, entity: Value, account: Value) {
    self.direct = direct
    self.entity = entity
    self.account = account
  }

  /// Grants of nothing, given the value of false.
  init(no: Value) {
    self.init(direct: no, entity: no, account: no)
  }
}

/// What the policies of one layer say of a request.
struct LayerOutcome<Value: Sendable> {
  /// Whether an Allow applies.
  var grants: MatchGrants<Value>
  /// Whether a Deny applies.
  var deny: Value

  /// The outcome of a layer without statements, given the value of false.
  init(no: Value) {
    grants = MatchGrants(no: no)
    deny = no
  }
}

/// What all layers say of a request.
struct LayerTally<Value: Sendable> {
  /// Whether a Deny applies in any layer.
  var denied: Value
  /// Whether every layer that limits without granting has an Allow.
  var controls: Value
  /// Whether an identity-based policy has an Allow.
  var identity: Value
  /// True where there is no boundary.
  var boundary: Value
  /// True where no session policy limits.
  var session: Value
  /// The Allows of the resource's policy.
  var grants: MatchGrants<Value>

  /// The tally before any layer was asked, given the values of false and true.
  init(no: Value, yes: Value) {
    denied = no
    controls = yes
    identity = no
    boundary = yes
    session = yes
    grants = MatchGrants(no: no)
  }
}

/// What a walk over all layers comes to.
package struct PolicyOutcome<Value: Sendable>: Sendable {
  /// Whether what must allow the request does, denials aside.
  package var allowed: Value
  /// Whether a Deny applies.
  package var denied: Value
}
