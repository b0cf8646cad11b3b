extension ActionCatalog {
  /// The services whose resources a resource control policy can bind, as a dated fact: AWS adds to
  /// the list.
  package struct ResourceControlPolicySupport: Sendable {
    /// The prefixes of the services, in order.
    package let services: [String]
    /// Which page of AWS's says so.
    package let source: String
    /// The day the list was true.
    package let date: String

    /// Whether a resource control policy can bind resources of the service with a prefix, whatever
    /// its case.
    package func includes(_ prefix: String) -> Bool {
      let folded = prefix.folded
      return services.contains { $0.utf8.elementsEqual(folded) }
    }
  }

  /// The list in force at the catalog's date (AWS Organizations User Guide, "Resource control
  /// policies (RCPs)").
  package static let resourceControlPolicySupport: ResourceControlPolicySupport = {
    let facts = EmbeddedText.resourceControlPolicyServices.factLines.map(\.fields)
    func values(of kind: String) -> [String] { facts.filter { $0[0] == kind }.map { $0[1] } }
    return ResourceControlPolicySupport(
      services: values(of: "service"),
      source: values(of: "source").joined(separator: "; "),
      date: values(of: "date").joined())
  }()
}
