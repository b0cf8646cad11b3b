import Foundation
import Testing

/// The facts of `lambda-facts.txt`, read by the tests' own few lines and not by the generator.
struct LambdaFacts {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let columns: [String]

    var testDescription: String { name }

    func entries(_ column: Int) -> [String] {
      guard column < columns.count, columns[column] != "-" else { return [] }
      return columns[column].components(separatedBy: ", ")
    }
  }

  static let actions = rows(of: "action")
  static let types = rows(of: "type")
  static let keys = rows(of: "key")

  private static func rows(of kind: String) -> [Row] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/ActionCatalog/Generation/lambda-facts.txt")
    let text = try? String(contentsOf: file.standardizedFileURL, encoding: .utf8)
    return (text ?? "").split(separator: "\n").compactMap { line in
      let columns = line.components(separatedBy: " | ")
      return columns[0] == kind ? Row(name: columns[1], columns: Array(columns[2...])) : nil
    }
  }
}
