import Registry

extension RecordEditor {
  /// What a person says of an event source mapping that is to be added.
  package struct NewMapping {
    /// The function, `function:alias` or `function:version`.
    package var function: String
    /// The ARN of the source; `nil` for a self-managed one.
    package var source: String?
    /// The ARN that discarded batches are sent to.
    package var failureDestination: String?
    package var isEnabled = true
    /// The UUID that Lambda gave it.
    package var uuid: String

    package init(function: String, uuid: String) {
      self.function = function
      self.uuid = uuid
    }
  }

  /// Adds an event source mapping; nothing where the same source is mapped to the same function in
  /// the same way.
  ///
  /// Source: AWS Lambda API Reference, "CreateEventSourceMapping".
  ///
  /// - Throws: `EditError` where Lambda would refuse it.
  package func addEventSourceMapping(_ new: NewMapping) throws -> EditedRecord {
    let function = try resolve(new.function, among: [.function, .alias, .version]).arn
    if let source = new.source { try Self.check(source: source) }
    try Self.check(uuid: new.uuid)
    let identity = try ResourceIdentity(arn: function)
    let partition = AccountChoice.partition(of: identity.region)
    let arn =
      "arn:\(partition):lambda:\(identity.region):\(identity.account)"
      + ":event-source-mapping:\(new.uuid)"
    var mapping = EventSourceMapping(
      arn: arn, function: function, source: new.source,
      failureDestination: new.failureDestination, isEnabled: new.isEnabled)
    if let existing = try existingMapping(mapping) {
      mapping.arn = existing.arn
      guard mapping == existing else { throw Self.differs(.eventSourceMapping, existing.arn) }
      return EditedRecord(.eventSourceMapping, existing.arn)
    }
    try writer.put(mapping)
    return EditedRecord(.eventSourceMapping, arn)
  }

  /// The mapping of that UUID, or of that source to that function, of which there is one at most.
  private func existingMapping(_ new: EventSourceMapping) throws -> EventSourceMapping? {
    if let same = try snapshot.record(EventSourceMapping.self, arn: new.arn) { return same }
    guard new.source != nil else { return nil }
    return try snapshot.records(EventSourceMapping.self, whose: "function", is: new.function)
      .first { $0.source == new.source }
  }

  private static let sourceServices = ["sqs", "kinesis", "dynamodb", "kafka", "mq", "rds"]

  private static func check(source: String) throws {
    guard sourceServices.contains(try ResourceIdentity(arn: source).service) else {
      throw EditError(
        .invalidParameterValue, "`\(source)` is no event source that Lambda polls",
        hint: "Lambda polls \(sourceServices.joined(separator: ", ")); other services call the "
          + "function, and need a permission")
    }
  }

  private static func check(uuid: String) throws(EditError) {
    let parts = uuid.split(separator: "-", omittingEmptySubsequences: false)
    let isUUID =
      parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
      && parts.allSatisfy { $0.utf8.allSatisfy { $0.isASCIIDigit || (0x61...0x66).contains($0) } }
    guard isUUID else {
      throw EditError(.validationError, "`\(uuid)` is no UUID in lower case")
    }
  }
}
