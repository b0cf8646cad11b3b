import Glibc

/// Why an organization could not be generated.
package enum GenerationError: Error, Equatable {
  /// An option is out of its range. The text says which and why.
  case invalidOption(String)
  /// The directory to write into holds something already; nothing was written.
  case directoryNotEmpty(path: String)
  /// A system call failed with this `errno`.
  case system(call: String, path: String, code: Int32)
}

extension GenerationError: CustomStringConvertible {
  /// One sentence for a person: lower case, no full stop, user input in backticks.
  package var description: String {
    switch self {
    case .invalidOption(let reason):
      reason
    case .directoryNotEmpty(let path):
      "directory `\(path)` is not empty"
    case .system(let call, let path, let code):
      "cannot \(call) `\(path)`: \(String(cString: strerror(code)))"
    }
  }
}
