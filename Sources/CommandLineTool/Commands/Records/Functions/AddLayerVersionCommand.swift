import ArgumentParser
import RecordEditing

/// `permreg add-layer-version`: add a version of a layer.
struct AddLayerVersionCommand: RecordCommand {
  static let configuration = CommandConfiguration(
    commandName: "add-layer-version", abstract: "Add a version of a layer.",
    discussion: """
      Without a number every run adds a version; with a number, a version that is there is no fault.

      EXAMPLE:
        permreg add-layer-version tools --region eu-central-1
      """, aliases: ["publish-layer-version"])

  @Argument(help: "The layer's name or ARN.")
  var layer: String

  @Argument(help: "The version's number; else the next.")
  var number: String?

  @OptionGroup var authorship: AuthorOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try write { try $0.addLayerVersion(of: layer, number: number) }
  }
}
