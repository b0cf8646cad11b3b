/// A command that cannot go on: what is wrong, and what to do.
struct CommandFailure: Error {
  let message: String
  let hint: String?
  let status: ExitStatus

  init(_ message: String, hint: String? = nil, status: ExitStatus = .usage) {
    self.message = message
    self.hint = hint
    self.status = status
  }
}
