package import JSONText

/// Where the statements of a document begin, in the order of the text: line and column within the
/// document's own text, whatever larger text it was read from.
///
/// What has no statements, being no policy, gives none. Cost: one pass over the document.
package func statementPositions(of document: JSONValue) -> [SourcePosition] {
  guard let statement = document["Statement"] else { return [] }
  let lines = LineTable(of: document.textBytes)
  guard let statements = statement.elements else {
    return statement.kind == .object ? [lines.position(at: statement.offset)] : []
  }
  return statements.map { lines.position(at: $0.offset) }
}
