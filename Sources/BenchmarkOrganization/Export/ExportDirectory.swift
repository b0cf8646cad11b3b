import Glibc
import JSONText

/// The directory that an organization is written into. Paths are relative to it.
final class ExportDirectory {
  private let root: String
  private var folders: Set<String> = []
  /// How many files have been written.
  private(set) var fileCount = 0
  /// The size of all files together, in bytes.
  private(set) var byteCount = 0

  /// Makes the directory, with the folders above it. One that is there already must be empty.
  init(creating path: String) throws(GenerationError) {
    root = path
    try makeFolder(path)
    guard let stream = opendir(path) else {
      throw GenerationError.system(call: "read", path: path, code: errno)
    }
    defer { closedir(stream) }
    var entries = 0
    while readdir(stream) != nil { entries += 1 }
    // `.` and `..` are always there.
    guard entries <= 2 else { throw GenerationError.directoryNotEmpty(path: path) }
  }

  /// Writes one file that holds one value.
  func write(_ node: JSON, to path: String) throws(GenerationError) {
    try write(path) { (file: inout ExportFile) throws(GenerationError) in
      file.json.value(node)
    }
  }

  /// Writes one file with a body that prints it piece by piece.
  func write(
    _ path: String, _ body: (inout ExportFile) throws(GenerationError) -> Void
  ) throws(GenerationError) {
    let full = root + "/" + path
    if let slash = full.lastIndex(of: "/") { try makeFolder(String(full[..<slash])) }
    var file = try ExportFile(path: full)
    try body(&file)
    byteCount += try file.finish()
    fileCount += 1
  }

  /// Makes a folder and those above it; asks the system once for each.
  private func makeFolder(_ path: String) throws(GenerationError) {
    guard !path.isEmpty, !folders.contains(path) else { return }
    if mkdir(path, 0o755) != 0 {
      switch errno {
      case EEXIST: break
      case ENOENT:
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
          throw GenerationError.system(call: "create", path: path, code: ENOENT)
        }
        try makeFolder(String(path[..<slash]))
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
          throw GenerationError.system(call: "create", path: path, code: errno)
        }
      default: throw GenerationError.system(call: "create", path: path, code: errno)
      }
    }
    folders.insert(path)
  }
}
