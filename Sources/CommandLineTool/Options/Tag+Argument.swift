import ArgumentParser
import Registry

extension Tag: ExpressibleByArgument {
  /// Reads `key=value`; the first `=` divides.
  package init?(argument: String) {
    guard let divider = argument.utf8.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    self.init(
      key: String(argument[..<divider]),
      value: String(argument[argument.utf8.index(after: divider)...]))
  }
}
