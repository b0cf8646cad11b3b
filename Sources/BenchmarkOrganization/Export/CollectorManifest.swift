import JSONText

/// `manifest.json` of the collector's layout, version 1: what was asked of AWS, when, and what came.
///
/// ```json
/// {
///     "layoutVersion": 1,
///     "collectedAt": "2026-01-09T07:00:00Z",
///     "observedAt": {
///         "accounts/111122223333/": "2026-01-09T07:04:10Z"
///     },
///     "outcomes": {
///         "organizations/list-roots.json": "complete",
///         "accounts/111122223333/lambda/us-east-1/list-functions.json": "complete",
///         "accounts/111122223333/lambda/us-east-1/get-policy/": "complete",
///         "accounts/111122223333/lambda/us-east-1/get-policy/orders.json": "absent",
///         "accounts/111122223333/lambda/us-east-1/get-policy/orders/prod.json": "denied",
///         "accounts/111122223333/lambda/eu-west-1/list-functions.json": "denied"
///     }
/// }
/// ```
///
/// **Keys are paths of the layout**, relative to the manifest's folder, so a reader looks up the file
/// that it has at hand, and a script adds one line after each command. A key that ends in `/` is a
/// folder of the layout, any other is a file, whether it was written or not.
///
/// **`observedAt`** says when AWS was asked, by path: the longest key that a file's path begins with
/// counts, and `collectedAt` where there is none. Times are RFC 3339 in UTC, to the second.
///
/// **`outcomes`**, for a file:
/// - `complete`: the command ran to its last page, and the file holds all of it;
/// - `absent`: AWS said that there is no such thing (`ResourceNotFoundException`,
///   `NoSuchBucketPolicy`, …). There is no file, and that is knowledge;
/// - `denied`: AWS refused to say (`AccessDenied`). There is no file, and nothing is known;
/// - `failed`: anything else went wrong. There is no file, and nothing is known.
///
/// For a folder, whose files are one for each item of a list (`get-policy/` has one for each function
/// that `list-functions.json` names, and, one level down, for each version and alias):
/// - `complete`: the command was asked for every item. An item has a file, which is complete, or an
///   entry of its own;
/// - `denied`, `failed`: the items were not asked for, or not all of them. Files in the folder hold,
///   and nothing is known of other items.
///
/// A path without an entry proves nothing: its file adds and changes, and removes nothing. An unknown
/// outcome reads as `failed`, an unknown member is carried along.
struct CollectorManifest {
  /// The path of the manifest itself.
  static let path = "manifest.json"

  private let collectedAt: Timestamp
  private var observations: [(path: String, at: Timestamp)] = []
  private var outcomes: [(path: String, outcome: Outcome)] = []

  /// A manifest of a collection that began at this moment.
  init(collectedAt: Timestamp) {
    self.collectedAt = collectedAt
  }

  /// What came of asking for a file, or for all files of a folder.
  enum Outcome: String {
    case complete
    case absent
    case denied
    case failed
  }

  /// Says what came of asking for `path`. Entries stand in the order of the calls.
  mutating func record(_ path: String, _ outcome: Outcome) {
    outcomes.append((path, outcome))
  }

  /// Says that everything below the folder `path` was asked for at this moment.
  mutating func observe(_ path: String, at moment: Timestamp) {
    observations.append((path, moment))
  }

  /// Prints the manifest, in memory for one entry at a time.
  func write(to file: inout ExportFile) throws(GenerationError) {
    file.json.beginObject()
    file.json.member("layoutVersion", 1)
    file.json.member("collectedAt", .string(collectedAt.internetText))
    file.json.key("observedAt")
    file.json.beginObject()
    for observation in observations {
      file.json.member(observation.path, .string(observation.at.internetText))
    }
    file.json.endObject()
    file.json.key("outcomes")
    file.json.beginObject()
    for entry in outcomes {
      file.json.member(entry.path, .string(entry.outcome.rawValue))
      try file.flushIfFull()
    }
    file.json.endObject()
    file.json.endObject()
  }
}
