extension TextTemplate {
  /// Where policy variables are processed in a text.
  enum VariableScope {
    /// Nowhere: the document's version is not 2012-10-17, or the operator takes none.
    case nowhere
    case everywhere
    /// In the resource part of an ARN. A variable before the fifth colon is ordinary text.
    case resourcePart
  }

  /// Reads a text.
  ///
  /// - Parameter wildcards: Whether `*` and `?` are wildcards.
  init(_ text: String, wildcards: Bool, variables: VariableScope) {
    var reader = Reader(bytes: Array(text.utf8), readsWildcards: wildcards)
    reader.read(variables)
    self.init(pieces: reader.pieces)
  }

  private struct Reader {
    let bytes: [UInt8]
    let readsWildcards: Bool
    var pieces: [Piece] = []
    private var pending: [UInt8] = []
    private var index = 0
    private var colons = 0
    private var sawStar = false

    init(bytes: [UInt8], readsWildcards: Bool) {
      self.bytes = bytes
      self.readsWildcards = readsWildcards
    }

    mutating func read(_ scope: VariableScope) {
      while index < bytes.count {
        if isVariableHere(scope), let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")),
          append(variable: bytes[(index + 2)..<end])
        {
          index = end + 1
        } else {
          append(bytes[index])
          index += 1
        }
      }
      flush()
    }

    private func isVariableHere(_ scope: VariableScope) -> Bool {
      guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "$"),
        bytes[index + 1] == UInt8(ascii: "{")
      else { return false }
      switch scope {
      case .nowhere: return false
      case .everywhere: return true
      case .resourcePart: return colons >= 5 || sawStar
      }
    }

    private mutating func append(_ byte: UInt8) {
      colons += byte == UInt8(ascii: ":") ? 1 : 0
      sawStar = sawStar || byte == UInt8(ascii: "*")
      pending += readsWildcards ? WildcardText.encoded([byte]) : [byte]
    }

    private mutating func flush() {
      if !pending.isEmpty { pieces.append(.text(pending)) }
      pending = []
    }

    /// Takes what stands between the braces; `false` where it is not a variable.
    private mutating func append(variable body: ArraySlice<UInt8>) -> Bool {
      if body.count == 1, let byte = body.first, "*?$".utf8.contains(byte) {
        pending.append(byte)
        return true
      }
      guard let comma = body.firstIndex(of: UInt8(ascii: ",")) else {
        return append(key: body, defaultText: nil)
      }
      let rest = body[(comma + 1)...].drop { $0 == UInt8(ascii: " ") }
      let quote = UInt8(ascii: "'")
      guard rest.count >= 2, rest.first == quote, rest.last == quote else { return false }
      return append(key: body[..<comma], defaultText: Array(rest.dropFirst().dropLast()))
    }

    private mutating func append(key: ArraySlice<UInt8>, defaultText: [UInt8]?) -> Bool {
      guard !key.isEmpty, !key.contains(UInt8(ascii: " ")) else { return false }
      flush()
      pieces.append(
        .variable(ContextKey(String(decoding: key, as: UTF8.self)), defaultText: defaultText))
      return true
    }
  }
}
