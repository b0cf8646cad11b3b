import AccessQueries
import JSONText

extension NeededPermission {
  /// The permission and what came of it, on one line.
  var line: String {
    let verb =
      switch need {
      case .together, .required: "also needs"
      case .conditional: "may also need"
      case .optional: "for more, needs"
      }
    let place = resource == "*" ? "" : " on \(resource)"
    return "\(verb) \(action)\(place), \(purpose): \(outcome.rawValue)"
  }

  /// The permission as a member of an answer's `needed`.
  var json: JSON {
    .object([
      .init("action", .string(action)), .init("resource", .string(resource)),
      .init("need", .string(need.rawValue)), .init("purpose", .string(purpose)),
      .init("outcome", .string(outcome.rawValue)),
      .init("patterns", .array(patterns.map(JSON.string))),
      .init("answer", answer?.json ?? .null),
    ])
  }
}
