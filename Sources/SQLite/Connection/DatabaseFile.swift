import CSQLite
import Glibc

/// A database's file on disk, by the path that a person gave.
struct DatabaseFile {
  let path: String
  let busyTimeout: Duration

  init(path: String, busyTimeout: Duration) throws(SQLiteError) {
    // The system takes a C string, which would end at a zero byte and name another file.
    guard !path.utf8.contains(0) else {
      throw SQLiteError(.SQLITE_CANTOPEN, "the path holds a zero byte", path: path)
    }
    self.path = path
    self.busyTimeout = busyTimeout
  }

  /// The name by which SQLite opens the path: `:memory:` and `file:…` are files like any other.
  private var filename: String { path.hasPrefix("/") ? path : "./" + path }

  /// Makes the file, empty and for its owner alone, unless something is there; says whether it did.
  func create() throws(SQLiteError) -> Bool {
    // Opening and closing the file here would drop the locks that other connections of this process
    // hold on it (POSIX advisory locks belong to the process), so it is made without being opened.
    if mknod(filename, S_IFREG | S_IRUSR | S_IWUSR, 0) == 0 { return true }
    guard errno == EEXIST else {
      throw SQLiteError(.SQLITE_CANTOPEN, systemMessage(errno), path: path)
    }
    return false
  }

  /// Removes the file and what SQLite puts beside it; what is not there is no error.
  func remove() {
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(filename + suffix) }
  }

  /// Opens the file to read and write it.
  func openForWriting() throws(SQLiteError) -> DatabaseHandle {
    let handle = try open(SQLITE_OPEN_READWRITE)
    // SQLite opens a file that it may not write for reading, without a word.
    guard sqlite3_db_readonly(handle.pointer, "main") == 0 else {
      throw SQLiteError(.SQLITE_READONLY, systemMessage(EACCES), path: path)
    }
    try handle.execute("PRAGMA synchronous = FULL")
    return handle
  }

  /// Opens the file to read it.
  ///
  /// A database with a write-ahead log is read through an index that its readers share in a file
  /// beside it. Where that can be neither found nor made because the folder cannot be written, and no
  /// log is left to read, the file is opened as immutable. With a log left, it throws
  /// `SQLITE_READONLY_RECOVERY`.
  func openForReading() throws(SQLiteError) -> DatabaseHandle {
    let handle = try open(SQLITE_OPEN_READONLY)
    do throws(SQLiteError) {
      try handle.execute("PRAGMA user_version")  // The first access finds what is missing.
    } catch {
      guard error.code == .SQLITE_CANTOPEN || error.extendedCode == csqlite_readonly_directory,
        handle.isFolderReadOnly, let state = handle.fileState
      else { throw error }
      return try openAsImmutable(handle, state)
    }
    return handle
  }

  /// Opens the file of a connection without locks and without its log, which must hold nothing.
  private func openAsImmutable(
    _ shared: borrowing DatabaseHandle, _ state: FileState
  ) throws(SQLiteError) -> DatabaseHandle {
    guard !state.hasLog else {
      throw SQLiteError(
        extendedCode: csqlite_readonly_recovery, message: "the write-ahead log must be recovered",
        path: path)
    }
    return try DatabaseHandle(
      filename: shared.immutableFilename, flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, path: path,
      busyTimeout: busyTimeout, immutableState: state)
  }

  private func open(_ flags: Int32) throws(SQLiteError) -> DatabaseHandle {
    try DatabaseHandle(filename: filename, flags: flags, path: path, busyTimeout: busyTimeout)
  }
}

extension DatabaseHandle {
  /// Whether nothing can be made beside the connection's file.
  fileprivate var isFolderReadOnly: Bool {
    guard let name = sqlite3_db_filename(pointer, "main") else { return false }
    let path = String(cString: name)
    let folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)] + "/"
    return faccessat(AT_FDCWD, String(folder), W_OK, AT_EACCESS) != 0
  }

  /// The URI that opens this connection's file as one that nobody changes.
  fileprivate var immutableFilename: String {
    guard let name = sqlite3_db_filename(pointer, "main") else { return "" }
    let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    var uri = "file:"
    for byte in UnsafeBufferPointer(start: name, count: strlen(name)) {
      let byte = UInt8(bitPattern: byte)
      if unreserved.contains(byte) {
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        uri += "%" + String(UInt16(byte) | 0x100, radix: 16).dropFirst()
      }
    }
    return uri + "?immutable=1"
  }
}
