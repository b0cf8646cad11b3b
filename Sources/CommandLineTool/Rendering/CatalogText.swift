import ActionCatalog
import JSONText
import Registry

/// The words in which the catalog is shown.
enum CatalogText {
  /// The action of a verb or a full name.
  ///
  /// - Throws: `CommandFailure` that says what may have been meant.
  static func action(_ text: String) throws(CommandFailure) -> ActionCatalog.Action {
    do {
      return try ActionName.resolve(text)
    } catch {
      throw CommandFailure(error.message, hint: error.help)
    }
  }

  /// Which prefixes a misspelled one may mean; empty where there is none.
  static func prefixes(near text: String) -> String {
    let nearest = NearestNames(to: text).among(ActionCatalog.servicePrefixes)
    if nearest.isEmpty { return "" }
    return "did you mean \(nearest.map { "`\($0)`" }.joined(separator: ", "))?"
  }

  /// An action as JSON.
  static func json(of action: ActionCatalog.Action, conditionKeys: [String]?) -> JSON {
    var members = [
      JSON.Member("action", .string(action.fullName)),
      JSON.Member("accessLevel", .string(action.accessLevel.rawValue)),
      JSON.Member(
        "resourceTypes",
        .array(
          action.resourceTypes.map {
            ["name": .string($0.name), "required": .bool($0.isRequired)]
          })),
      JSON.Member("dependentActions", .array(action.dependentActions.map(JSON.string))),
    ]
    if let conditionKeys {
      members.append(JSON.Member("conditionKeys", .array(conditionKeys.map(JSON.string))))
    }
    return .object(members)
  }
}
