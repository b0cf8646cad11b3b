import AccessQueries
import ArgumentParser
import Registry

/// What a request names beside its resource.
struct ParameterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The role that the request passes to Lambda.", valueName: "role"))
  var passingRole: String?

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp(
      "Something else that the request names: a layer version, an event source, a KMS key, an S3 "
        + "object; may be repeated.", valueName: "arn"))
  var resources: [String] = []

  /// The parameters as the questions take them.
  func parameters(_ names: QuestionNames) throws -> RequestParameters {
    RequestParameters(
      passedRole: try passingRole.map { try names.record($0, among: [.role]) },
      resources: try resources.map { try names.record($0, among: [.layerVersion]) })
  }
}
