import Glibc

/// A process that this one starts and waits for; what it prints is thrown away.
struct Child {
  private let identifier: pid_t

  /// Starts a program.
  init(_ path: String, _ arguments: [String]) throws(ChildFailure) {
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in 1...2 as ClosedRange<Int32> {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var child: pid_t = 0
    let code = posix_spawn(&child, path, &actions, nil, &words, environ)
    guard code == 0 else { throw ChildFailure(path: path, reason: String(cString: strerror(code))) }
    identifier = child
  }

  /// Waits for its end; a command that answers no or perhaps has done its work.
  func wait() throws(ChildFailure) {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0 {
      guard errno == EINTR else {
        throw ChildFailure(path: "\(identifier)", reason: String(cString: strerror(errno)))
      }
    }
    let exitCode = (status >> 8) & 0xFF
    guard status & 0x7F == 0, [0, 2, 4].contains(exitCode) else {
      throw ChildFailure(path: "\(identifier)", reason: "it ended with status \(status)")
    }
  }

  /// How long a program runs, from start to end, in seconds.
  static func seconds(_ path: String, _ arguments: [String]) throws(ChildFailure) -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try Child(path, arguments).wait()
    let duration = clock.now - start
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}

/// A program that could not be run, or failed.
struct ChildFailure: Error, CustomStringConvertible {
  let path: String
  let reason: String

  var description: String { "cannot run `\(path)`: \(reason)" }
}
