import AccessQueries
import JSONText
import Registry

/// The one form in which answers are printed as JSON. Members are added, never changed.
struct Envelope {
  let question: JSON
  let revision: Revision?
  var answers: [JSON] = []
  var assumptions: [Assumption] = []
  var uncertain: [String] = []

  /// The envelope as JSON.
  var json: JSON {
    .object([
      .init("schemaVersion", 1),
      .init("question", question),
      .init(
        "revision",
        .object([
          .init("number", .number("\(revision?.number ?? 0)")),
          .init("hash", .string(revision?.hash.hexadecimal ?? "")),
        ])),
      .init("observedAt", revision.map { .string($0.observedAt) } ?? .null),
      .init("answers", .array(answers)),
      .init(
        "assumptions",
        .array(
          assumptions.map {
            .object([.init("code", .string($0.code)), .init("message", .string($0.message))])
          })),
      .init("uncertain", .array(uncertain.map(JSON.string))),
    ])
  }
}
