import CSQLite
import Glibc

/// What tells whether a database's file was changed, without opening it.
struct FileState: Equatable {
  /// The file system that the file is on, by its number.
  let device: UInt
  /// The file's number on its file system.
  let inode: UInt
  /// The file's size in bytes.
  let size: Int
  /// When the file was last written, since 1970.
  let modified: Duration
  /// Whether a write-ahead log with content lies beside it.
  let hasLog: Bool
}

extension DatabaseHandle {
  /// The present state of the file; nil for a database in memory and for a file that is gone.
  var fileState: FileState? {
    guard let name = sqlite3_db_filename(pointer, "main"), name.pointee != 0 else { return nil }
    var file = stat()
    guard stat(name, &file) == 0 else { return nil }
    var log = stat()
    let hasLog = stat(sqlite3_filename_wal(name), &log) == 0 && log.st_size > 0
    return FileState(
      device: file.st_dev, inode: file.st_ino, size: file.st_size,
      modified: .seconds(file.st_mtim.tv_sec) + .nanoseconds(file.st_mtim.tv_nsec), hasLog: hasLog)
  }
}
