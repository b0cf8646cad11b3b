/// The elements that stand directly in a document, by the names of the grammar.
enum DocumentElement: String, CaseIterable {
  case version = "Version"
  case id = "Id"
  case statement = "Statement"
}

/// The elements that stand in a statement, by the names of the grammar.
enum StatementElement: String, CaseIterable {
  case sid = "Sid"
  case effect = "Effect"
  case principal = "Principal"
  case notPrincipal = "NotPrincipal"
  case action = "Action"
  case notAction = "NotAction"
  case resource = "Resource"
  case notResource = "NotResource"
  case condition = "Condition"
}
