import Evaluation
import JSONText
import PolicyLanguage

/// The documents that a case brings, by the layer that each belongs to.
struct LayerDocuments: Sendable {
  /// The `policies` of a case, or `nil` where a list of documents stands for the identity layer.
  private let policies: JSONValue?
  private let identity: [Passage]
  private let text: CaseText

  init(policies: JSONValue?, text: CaseText) {
    self.policies = policies
    self.text = text
    identity = []
  }

  /// Documents that are all identity-based.
  init(identity: [Passage], text: CaseText) {
    policies = nil
    self.identity = identity
    self.text = text
  }

  /// The document of a layer, by its index there.
  func document(_ layer: LayerReference, _ index: Int) -> Passage? {
    if policies == nil {
      return layer.kind == .identity && identity.indices.contains(index) ? identity[index] : nil
    }
    guard let value = member(layer), !value.isNull else { return nil }
    guard let elements = value.elements else {
      return index == 0 ? Passage(value: value, text: text) : nil
    }
    return Self.element(index, of: elements).map { Passage(value: $0, text: text) }
  }

  private func member(_ layer: LayerReference) -> JSONValue? {
    switch layer.kind {
    case .identity: policies?["identity"]
    case .boundary: policies?["boundary"]
    case .session: policies?["session"]
    case .resource: policies?["resource"]
    case .vpcEndpoint: policies?["vpcEndpoint"]
    case .serviceControl: level(layer.level, of: policies?["scp"])
    case .resourceControl: level(layer.level, of: policies?["rcp"])
    }
  }

  private func level(_ index: Int, of value: JSONValue?) -> JSONValue? {
    value?.elements.flatMap { Self.element(index, of: $0) }
  }

  private static func element(_ index: Int, of elements: JSONElements) -> JSONValue? {
    for (place, element) in elements.enumerated() where place == index { return element }
    return nil
  }
}
