import Glibc

/// The files of the machine.
enum FileSystem {
  /// Whether something is there, or may be.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 || errno != ENOENT
  }

  /// The size of a file in bytes, or `nil`.
  static func size(_ path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }
}
