import Synchronization

/// What AWS publishes about its actions: services, actions, access levels, resource types with
/// their ARN formats, and condition keys with their types.
///
/// The facts are text inside the binary. Nothing is read before it is asked for, and then only the
/// resource types and condition keys of the service that is asked for, once a process, and the
/// actions that are.
///
/// The catalog is as old as its ``sources``: an action that it lacks may exist.
package enum ActionCatalog {
  /// The services that have been read, by prefix.
  private static let servicesRead = Mutex<[String: Service]>([:])

  /// Every service, in order of prefix. Reads all resource types and condition keys.
  package static var services: [Service] {
    EmbeddedText.serviceIndex.lines.compactMap(service(at:))
  }

  /// The prefix of every service, in order. Reads the index only.
  package static var servicePrefixes: [String] {
    EmbeddedText.serviceIndex.lines.map(\.name)
  }

  /// The service with a prefix, whatever its case.
  package static func service(_ prefix: String) -> Service? {
    EmbeddedText.serviceIndex.lines.line(named: prefix).flatMap(service(at:))
  }

  /// The action that a full name such as `lambda:InvokeFunction` means, whatever its case.
  package static func action(_ fullName: String) -> Action? {
    guard let (prefix, name) = parts(of: fullName) else { return nil }
    return service(String(prefix))?.action(named: String(name))
  }

  /// The actions that an entry of an `Action` element covers, in order of service and name: `*`, or
  /// a prefix and a name that may hold wildcards, compared without regard to case (IAM User Guide,
  /// "IAM JSON policy elements: Action"). Text of another form covers nothing. Linear in the
  /// services that the prefix covers.
  package static func actions(matching entry: String) -> [Action] {
    guard let (prefix, name) = entry == "*" ? ("*", "*") : parts(of: entry) else { return [] }
    let prefixPattern = WildcardPattern(prefix.utf8, foldsCase: true)
    let namePattern = WildcardPattern(name.utf8, foldsCase: true)
    return EmbeddedText.serviceIndex.lines.lazy
      .filter { prefixPattern.matches($0.name.utf8) }
      .compactMap(service(at:))
      .flatMap { $0.actions(matching: namePattern) }
  }

  /// The text before and after the first colon.
  static func parts(of fullName: String) -> (prefix: Substring, name: Substring)? {
    guard let colon = fullName.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return (fullName[..<colon], fullName[fullName.utf8.index(after: colon)...])
  }

  /// The service of a line of the index, read the first time.
  private static func service(at indexLine: TextLine) -> Service? {
    let prefix = indexLine.name
    if let service = servicesRead.withLock({ $0[prefix] }) { return service }
    guard let offset = Int(indexLine.fields[1]) else { return nil }
    let service = Service(ServiceBlock(at: offset))
    servicesRead.withLock { $0[prefix] = service }
    return service
  }
}
