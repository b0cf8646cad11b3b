import JSONText
package import Registry

/// The policy that a resource carries, as the text that the service prints.
package struct CarriedPolicy: Hashable, Sendable {
  /// The document's text.
  package let text: String
  /// What Lambda calls its `RevisionId`; `nil` where the input did not tell it.
  package let revisionID: String?

  /// Reads the policy of a resource; `nil` where it carries none.
  package init?(of arn: String, in snapshot: Snapshot) throws {
    guard let record = try snapshot.record(ResourcePolicy.self, arn: arn),
      let text = try snapshot.spelling(of: record.document)
    else { return nil }
    self.text = text
    revisionID = record.awsRevisionID
  }

  /// The statements, each with its Sid; empty where the text is no policy.
  var statements: [(sid: String?, statement: JSON)] {
    guard let list = document?["Statement"] else { return [] }
    return (list.elements.map(Array.init) ?? [list]).map { ($0["Sid"]?.string, JSON($0)) }
  }

  /// Refuses to edit a text that is no JSON object: there is nothing that a statement could join or
  /// leave, and what is there must not get lost.
  func checkEditable(_ resource: String) throws(UneditablePolicy) {
    guard document?.kind == .object else { throw UneditablePolicy(resource: resource) }
  }

  private var document: JSONValue? { try? JSONDocument(parsing: Array(text.utf8)).root }

  /// The text with other statements, or the text of a new policy as Lambda begins one.
  ///
  /// Source: recorded answers of GetPolicy, November 2025.
  static func text(of earlier: CarriedPolicy?, statements: [JSON]) -> String {
    let statements = JSON.Member("Statement", .array(statements))
    let document = earlier?.document.map { JSON($0) }
    guard case .object(var members)? = document else {
      let head: [JSON.Member] = [.init("Version", "2012-10-17"), .init("Id", "default")]
      return JSON.object(head + [statements]).text()
    }
    if let index = members.firstIndex(where: { $0.key == "Statement" }) {
      members[index] = statements
    } else {
      members.append(statements)
    }
    return JSON.object(members).text()
  }

  /// How large Lambda lets a policy be, in bytes.
  ///
  /// Source: AWS Lambda Developer Guide, "Lambda quotas", "Resource-based policy".
  static let sizeLimit = 20_480
}

/// A resource carries something that is no policy document.
package struct UneditablePolicy: Error, Hashable, Sendable, CustomStringConvertible {
  package let resource: String

  package var description: String {
    "what `\(resource)` carries is no policy document; set-resource-policy puts one in its place"
  }
}
