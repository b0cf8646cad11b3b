/// How far long work has come, on one line of a terminal's standard error.
///
/// It is drawn only where a whole percent was gained, so it costs nothing worth counting.
final class ProgressBar {
  private let isShown: Bool
  private var percent = -1

  init(isShown: Bool) {
    self.isShown = isShown
  }

  /// Draws the bar where it moved.
  func show(done: Int, of total: Int) {
    guard isShown, total > 0 else { return }
    let reached = min(100, Int(Double(done) / Double(total) * 100))
    guard reached != percent else { return }
    percent = reached
    let filled = reached * Self.width / 100
    let bar =
      String(repeating: "#", count: filled) + String(repeating: ".", count: Self.width - filled)
    let figure = String(repeating: " ", count: 3 - String(reached).utf8.count) + String(reached)
    StandardOutput.reportInPlace("\r[\(bar)] \(figure) %")
  }

  /// Takes the bar away.
  func clear() {
    guard percent >= 0 else { return }
    percent = -1
    // Source: ECMA-48, section 8.3.41, "EL".
    StandardOutput.reportInPlace("\r\u{1B}[K")
  }

  private static let width = 40
}
