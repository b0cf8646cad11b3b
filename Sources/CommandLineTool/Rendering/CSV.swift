/// Rows as comma-separated values.
///
/// Source: RFC 4180, section 2.
enum CSV {
  /// One record, without its line feed: RFC 4180 ends records with CR LF.
  static func line(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: ",") + "\r"
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { #",""#.utf8.contains($0) || $0 == 0x0A || $0 == 0x0D }) else {
      return cell
    }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
