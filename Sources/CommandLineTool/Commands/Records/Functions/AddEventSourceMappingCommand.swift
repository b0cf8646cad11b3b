import ArgumentParser
import RecordEditing

/// `permreg add-event-source-mapping`: add an event source that Lambda polls for a function.
struct AddEventSourceMappingCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-event-source-mapping",
    abstract: "Add an event source that Lambda polls for a function.",
    discussion: """
      The same source for the same function again changes nothing.

      EXAMPLE:
        permreg add-event-source-mapping orders arn:aws:sqs:eu-central-1:111122223333:jobs
      """, aliases: ["create-event-source-mapping"])

  @Argument(help: "The function, function:alias or function:version.")
  var function: String

  @Argument(help: "The ARN of the source; none for a self-managed one.")
  var source: String?

  @Option(help: ArgumentHelp("The ARN that discarded batches are sent to.", valueName: "arn"))
  var failureDestination: String?

  @Flag(help: "The mapping does not poll.")
  var disabled = false

  @Option(
    help: ArgumentHelp(
      "The UUID that Lambda gave the mapping; else a random one.", valueName: "uuid"))
  var uuid: String?

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    var mapping = RecordEditor.NewMapping(function: function, uuid: uuid ?? RandomID.uuid())
    mapping.source = source
    mapping.failureDestination = failureDestination
    mapping.isEnabled = !disabled
    try write { try $0.addEventSourceMapping(mapping) }
  }
}
