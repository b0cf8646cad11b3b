import ActionCatalog

/// Every service with its actions, read once for the tests that go through all of them.
enum WholeCatalog {
  static let services = ActionCatalog.services.map { (service: $0, actions: $0.actions) }
}
