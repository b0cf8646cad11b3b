import JSONText
import Registry

extension RecordRow {
  /// The record as JSON, its documents by their digest.
  var content: JSON {
    guard case .object(let members)? = JSON(text: json) else { return .null }
    return .object(members.map { JSON.Member($0.key.camelCased, $0.value) })
  }

  /// What a field holds, in words for a table; empty where it holds nothing.
  func text(of field: Int) -> String {
    switch values[field] {
    case .null: ""
    case .text(let text): text
    case .flag(let flag): flag ? "yes" : "no"
    case .json(let text): text == "{}" || text == "[]" ? "" : text
    case .document(let digest): String(digest.hexadecimal.prefix(12))
    }
  }
}

extension RecordKind {
  /// The fields that a listing shows people; JSON holds all.
  var listed: [Int] {
    let hidden: Set<String> = ["unique_id", "created_at", "tags", "aws_revision_id"]
    let fields = table.fields
    return fields.indices.filter { index in
      index < table.keyLength || !hidden.contains(fields[index].name)
        || (kind(showsTags: fields[index].name))
    }
  }

  private func kind(showsTags name: String) -> Bool { self == .resourceTags && name == "tags" }
}

extension Revision {
  /// The revision as JSON.
  var json: JSON {
    [
      "number": .number(String(number)), "recordedAt": .string(recordedAt),
      "observedAt": .string(observedAt), "actor": .string(author.actor),
      "userID": .number(String(author.userID)), "reason": .string(author.reason),
      "command": .string(command), "hash": .string(hash.hexadecimal),
    ]
  }
}

extension Author {
  /// Who it is, as the writer claimed.
  var text: String { "\(actor) (uid \(userID))" }
}

extension JSON {
  /// Reads a JSON text; `nil` where it is none.
  init?(text: String) {
    guard let root = (try? JSONDocument(parsing: Array(text.utf8)))?.root else { return nil }
    self.init(root)
  }
}

extension Int {
  /// The number with its thousands apart.
  var grouped: String {
    var digits = Array(String(magnitude))
    var index = digits.count - 3
    while index > 0 {
      digits.insert(",", at: index)
      index -= 3
    }
    return (self < 0 ? "-" : "") + String(digits)
  }
}

extension String {
  /// The name of a field as answers spell it: `trustPolicy` for `trust_policy`.
  var camelCased: String {
    let words = split(separator: "_")
    return words.prefix(1).joined()
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// The text with blanks after it, at least one.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(1, width - unicodeScalars.count))
  }
}
