import JSONText

/// What `manifest.json` says: what was asked of AWS, when, and what came of it.
struct Manifest {
  /// The folder that its paths start from, with a `/` at its end.
  let folder: String
  private var collectedAt: String?
  private var observations: [(path: String, time: String)] = []
  private(set) var outcomes: [String: Outcome] = [:]

  /// What came of a command.
  enum Outcome: String {
    case complete
    case absent
    case denied
    case failed
  }

  /// Reads a manifest.
  ///
  /// - Throws: `ImportError` for another version of the layout, or a time that is none.
  init(_ root: JSONValue, path: String) throws {
    folder = String(path.dropLast(CollectorLayout.manifestName.count))
    guard root["layoutVersion"]?.int == CollectorLayout.version else {
      throw ImportError(
        Diagnostic(
          .error, "layout-version", "the layout is not of version \(CollectorLayout.version)",
          file: path, position: (root["layoutVersion"] ?? root).position))
    }
    collectedAt = try root["collectedAt"].map { try Self.time($0, path) }
    for member in root["observedAt"]?.memberList ?? [] {
      observations.append((member.key, try Self.time(member.value, path)))
    }
    observations.sort { $0.path.utf8.count > $1.path.utf8.count }
    for member in root["outcomes"]?.memberList ?? [] {
      outcomes[member.key] = member.value.string.flatMap(Outcome.init) ?? .failed
    }
  }

  private static func time(_ value: JSONValue, _ path: String) throws -> String {
    guard let time = value.string.flatMap(ObservationTime.normalized) else {
      throw ImportError(
        Diagnostic(
          .error, "manifest-time", "the time is not RFC 3339", file: path,
          position: value.position))
    }
    return time
  }

  /// A path of the input as the manifest writes it; `nil` where it stands outside its folder.
  func key(of path: String) -> String? {
    path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : nil
  }

  /// When AWS was asked for what stands at a path.
  func observedAt(_ key: String) -> String? {
    observations.first { key.hasPrefix($0.path) }?.time ?? collectedAt
  }

  fileprivate var times: [String] { observations.map(\.time) + [collectedAt].compactMap(\.self) }

  /// Says what came of a file, given by itself or by its folder.
  func outcome(of key: String) -> Outcome? {
    if let outcome = outcomes[key] { return outcome }
    var path = Substring(key)
    while let slash = path.lastIndex(of: "/") {
      path = path[..<slash]
      if let outcome = outcomes[path + "/"] { return outcome }
    }
    return nil
  }
}

extension Manifest {
  /// The newest of its times, or `nil`.
  var newestTime: String? { times.max() }
}
