import Foundation

/// A JSON Schema, of which as much is understood as the project's own schema uses.
///
/// Source: JSON Schema, draft 2020-12.
struct JSONSchema {
  private let root: [String: Any]

  /// Reads a schema. A keyword that is not understood is a fault, found when it is applied.
  init(_ file: URL) throws {
    let value = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    root = value as? [String: Any] ?? [:]
  }

  /// The schema of a definition.
  func definition(_ name: String) -> [String: Any] {
    ["$ref": "#/$defs/\(name)"]
  }

  /// What is wrong with a value, one fault a line; empty where it is valid.
  func faults(in value: Any) -> [String] {
    faults(in: value, root, at: "$")
  }

  /// What is wrong with a value by one of the schema's definitions.
  func faults(in value: Any, byDefinition name: String) -> [String] {
    faults(in: value, definition(name), at: "$")
  }

  private func faults(in value: Any, _ schema: [String: Any], at path: String) -> [String] {
    schema.keys.sorted().flatMap { keyword in
      faults(in: value, keyword, schema[keyword] ?? NSNull(), of: schema, at: path)
    }
  }

  private func faults(
    in value: Any, _ keyword: String, _ rule: Any, of schema: [String: Any], at path: String
  ) -> [String] {
    switch keyword {
    case "$schema", "title", "description", "$defs", "then": []
    case "$ref": faults(in: value, referenced(rule), at: path)
    case "type": isOfType(value, rule) ? [] : ["\(path) is not of the type \(rule)"]
    case "const": isSame(value, rule) ? [] : ["\(path) is not \(rule)"]
    case "enum": list(rule).contains { isSame(value, $0) } ? [] : ["\(path) is none of \(rule)"]
    case "minimum":
      number(value) >= number(rule) ? [] : ["\(path) is less than \(rule)"]
    case "minItems": list(value).count >= Int(number(rule)) ? [] : ["\(path) has too few items"]
    case "required", "properties", "additionalProperties":
      memberFaults(in: value, keyword, rule, of: schema, at: path)
    case "items":
      (value as? [Any] ?? []).enumerated().flatMap {
        faults(in: $1, object(rule), at: "\(path)[\($0)]")
      }
    case "allOf", "anyOf", "oneOf", "if":
      combinationFaults(in: value, keyword, rule, of: schema, at: path)
    default: ["the schema has a keyword `\(keyword)` that is not understood"]
    }
  }

  private func memberFaults(
    in value: Any, _ keyword: String, _ rule: Any, of schema: [String: Any], at path: String
  ) -> [String] {
    guard let members = value as? [String: Any] else { return [] }
    let declared = object(schema["properties"] ?? [:])
    switch keyword {
    case "required":
      return list(rule).compactMap { $0 as? String }.filter { members[$0] == nil }
        .map { "\(path) lacks \($0)" }
    case "properties":
      return declared.keys.sorted().flatMap { name in
        members[name].map { faults(in: $0, object(declared[name] ?? [:]), at: "\(path).\(name)") }
          ?? []
      }
    default:
      let others = members.keys.filter { declared[$0] == nil }.sorted()
      if rule as? Bool == false { return others.map { "\(path) has a member \($0)" } }
      return others.flatMap {
        faults(in: members[$0] ?? NSNull(), object(rule), at: "\(path).\($0)")
      }
    }
  }

  private func combinationFaults(
    in value: Any, _ keyword: String, _ rule: Any, of schema: [String: Any], at path: String
  ) -> [String] {
    if keyword == "if" {
      let applies = faults(in: value, object(rule), at: path).isEmpty
      return applies ? faults(in: value, object(schema["then"] ?? [:]), at: path) : []
    }
    let results = list(rule).map { faults(in: value, object($0), at: path) }
    switch (keyword, results.count { $0.isEmpty }) {
    case ("allOf", _): return results.flatMap { $0 }
    case ("anyOf", 1...), ("oneOf", 1): return []
    case (_, let count):
      return [
        "\(path) fits \(count) of \(results.count) forms: \(results.min { $0.count < $1.count } ?? [])"
      ]
    }
  }

  private func referenced(_ reference: Any) -> [String: Any] {
    let name = (reference as? String)?.replacing("#/$defs/", with: "") ?? ""
    return object(object(root["$defs"] ?? [:])[name] ?? ["no definition of \(name)": true])
  }

  private func isOfType(_ value: Any, _ rule: Any) -> Bool {
    let types = (rule as? [Any] ?? [rule]).compactMap { $0 as? String }
    return types.contains { type in
      switch type {
      case "null": value is NSNull
      case "boolean": isBoolean(value)
      case "integer":
        !isBoolean(value)
          && (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
      case "string": value is String
      case "array": value is [Any]
      case "object": value is [String: Any]
      default: false
      }
    }
  }

  private func isBoolean(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return false }
    return String(cString: number.objCType) == "c"
  }

  private func isSame(_ left: Any, _ right: Any) -> Bool {
    guard let left = left as? NSObject, let right = right as? NSObject else { return false }
    return isBoolean(left) == isBoolean(right) && left == right
  }

  private func number(_ value: Any) -> Double { (value as? NSNumber)?.doubleValue ?? .nan }

  private func list(_ value: Any) -> [Any] { value as? [Any] ?? [] }

  private func object(_ value: Any) -> [String: Any] { value as? [String: Any] ?? [:] }
}
