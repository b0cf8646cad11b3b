import Glibc

/// A folder of its own for one run.
struct Workplace {
  let path: String

  init() throws(ChildFailure) {
    var template = Array("\(P_tmpdir)/permreg-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw ChildFailure(path: "mkdtemp", reason: String(cString: strerror(errno)))
    }
    path = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
  }

  /// Removes the folder with all that it holds.
  func remove() throws(ChildFailure) {
    try Child("/bin/rm", ["-rf", path]).wait()
  }
}
