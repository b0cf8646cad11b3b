/// Why a text is not the JSON that was asked for, and where.
package struct JSONError: Error, Hashable {
  package var code: Code
  /// One sentence in lower case. It may quote the text, so escape it before it reaches a terminal.
  package var message: String
  /// The byte at which the fault begins, counted from 0.
  package var offset: Int
  /// The same place as line and column.
  package var position: SourcePosition

  package init(_ code: Code, _ message: String, offset: Int, position: SourcePosition) {
    self.code = code
    self.message = message
    self.offset = offset
    self.position = position
  }

  /// The kind of fault; its raw value is stable.
  package enum Code: String, Sendable {
    case syntax = "json-syntax"
    case notUTF8 = "json-not-utf8"
    case number = "json-number"
    case escape = "json-escape"
    case loneSurrogate = "json-lone-surrogate"
    case controlCharacter = "json-control-character"
    case duplicateKey = "json-duplicate-key"
    case trailingText = "json-trailing-text"
    case tooDeep = "json-too-deep"
    case stringTooLong = "json-string-too-long"
    case textTooLong = "json-text-too-long"
  }

  /// The error as a diagnostic of the given file.
  package func diagnostic(file: String? = nil) -> Diagnostic {
    Diagnostic(.error, code.rawValue, message, file: file, position: position)
  }
}
