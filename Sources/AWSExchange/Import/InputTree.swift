import Glibc

/// The files that an import reads.
struct InputTree {
  /// Sorted by path.
  private(set) var files: [InputFile] = []

  /// Finds the files below paths. Links inside a directory are not followed, so that no file outside
  /// of it is read; a path that is given itself may be a link.
  ///
  /// - Throws: `ImportError` where a path cannot be read.
  init(paths: [String]) throws {
    for path in paths {
      var status = stat()
      guard stat(path, &status) == 0 else { throw Self.failure("find", path) }
      try visit(path, status)
    }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var seen: Set<String> = []
    files.removeAll { !seen.insert($0.path).inserted }
  }

  private mutating func visit(_ path: String, _ status: stat) throws {
    var folders: [String] = []
    try note(path, status, &folders)
    while let folder = folders.popLast() {
      for name in try Self.entries(of: folder) {
        let child = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
        var status = stat()
        guard lstat(child, &status) == 0 else { throw Self.failure("find", child) }
        try note(child, status, &folders)
      }
    }
  }

  private mutating func note(_ path: String, _ status: stat, _ folders: inout [String]) throws {
    switch status.st_mode & S_IFMT {
    case S_IFDIR: folders.append(path)
    case S_IFREG: files.append(InputFile(path: path, size: Int(status.st_size)))
    default: break
    }
  }

  private static func entries(of folder: String) throws -> [String] {
    guard let stream = opendir(folder) else { throw failure("read", folder) }
    defer { closedir(stream) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.utf8.first != UInt8(ascii: ".") { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw failure("read", folder) }
    return names
  }

  static func failure(_ verb: String, _ path: String) -> ImportError {
    ImportError(
      "input-output", "cannot \(verb) it: \(String(cString: strerror(errno)))", file: path)
  }
}

/// A file of the input.
struct InputFile {
  let path: String
  /// In bytes, when it was found.
  let size: Int

  /// The most bytes that a file may have: what positions in JSON texts can count.
  static let sizeLimit = Int(UInt32.max)

  /// Reads the whole file.
  ///
  /// - Throws: `ImportError` where it cannot be read or is too large.
  func read() throws -> [UInt8] {
    guard size <= Self.sizeLimit else {
      throw ImportError(
        "file-too-large", "the file has \(size) bytes, the most are \(Self.sizeLimit)", file: path)
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw InputTree.failure("read", path) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var count = 0
    while true {
      if count == bytes.count { bytes.append(contentsOf: repeatElement(0, count: count)) }
      let got = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress?.advanced(by: count), buffer.count - count)
      }
      if got == 0 { break }
      if got < 0, errno != EINTR { throw InputTree.failure("read", path) }
      count += max(got, 0)
      guard count <= Self.sizeLimit else {
        throw ImportError(
          "file-too-large", "the file has more than \(Self.sizeLimit) bytes", file: path)
      }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}
