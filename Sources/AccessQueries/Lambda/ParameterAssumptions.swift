import Evaluation
import Registry

extension AccessQueries {
  /// What was not known of the one who asks, and of what the request names.
  package func assumptions(of question: AccessQuestion, by subject: Subject) throws -> [Assumption]
  {
    try assumptions(about: subject) + question.parameterAssumptions(in: snapshot)
  }
}

extension AccessQuestion {
  /// What a request to Lambda was taken to name, where it was not told.
  fileprivate func parameterAssumptions(in snapshot: Snapshot) throws -> [Assumption] {
    switch action.lowercased() {
    case "lambda:createfunction": return passedRole(isNew: true) + parts(isNew: true)
    case "lambda:updatefunctionconfiguration": return passedRole(isNew: false) + parts(isNew: false)
    case "lambda:createeventsourcemapping": return eventSource
    case "lambda:updateeventsourcemapping":
      let mapping = try snapshot.record(EventSourceMapping.self, arn: resource)
      return mapping?.source == nil ? eventSource : []
    default: return []
    }
  }

  private func passedRole(isNew: Bool) -> [Assumption] {
    if parameters.passedRole != nil { return [] }
    let message =
      isNew
      ? "which role is passed was not told; iam:PassRole is answered for any of the account"
      : "whether the role changes was not told; if it does, iam:PassRole is needed"
    return [Assumption(code: "open-passed-role", message: message)]
  }

  private func parts(isNew: Bool) -> [Assumption] {
    let network = ["lambda:SubnetIds", "lambda:SecurityGroupIds", "lambda:VpcIds"]
    let isTagged = !context.requestTags.isEmpty || context.gives("aws:TagKeys")
    let parts = [
      ("layers", context.gives("lambda:Layer") || passes("lambda", "layer:")),
      ("tags", isTagged || !isNew), ("VPC", network.contains(where: context.gives)),
      ("KMS key", passes("kms", "key/")), ("file system", passes("elasticfilesystem", "")),
      ("code in Amazon S3", passes("s3", "") || !isNew),
      ("capacity provider", passes("lambda", "capacity-provider:") || !isNew),
    ]
    let missing = parts.filter { !$0.1 }.map(\.0)
    if missing.isEmpty { return [] }
    return [
      Assumption(
        code: "no-further-parts",
        message: "the request is taken to name no \(missing.joined(separator: ", no "))")
    ]
  }

  private func passes(_ service: String, _ type: String) -> Bool {
    !parameters.resources(of: service, type: type).isEmpty
  }

  private var eventSource: [Assumption] {
    if !parameters.resources.isEmpty { return [] }
    return [
      Assumption(
        code: "open-event-source",
        message: "the event source was not told; the execution role must be able to read it")
    ]
  }
}
