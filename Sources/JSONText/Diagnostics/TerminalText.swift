extension String {
  /// The text with every character that could steer a terminal, or hide or reorder what it shows,
  /// written as `\u{…}`.
  ///
  /// These are the C0 and C1 control characters, DEL, the bidirectional controls, the line and
  /// paragraph separators and the byte order mark. Printable Unicode stays.
  package var terminalEscaped: String {
    guard unicodeScalars.contains(where: \.isUnsafeOnTerminal) else { return self }
    var escaped = ""
    for scalar in unicodeScalars {
      if scalar.isUnsafeOnTerminal {
        escaped += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension Unicode.Scalar {
  /// Whether the character could steer a terminal, or hide or reorder text on it.
  ///
  /// Source: Unicode Standard Annex #9, "Explicit Directional Formatting Characters", for the
  /// bidirectional controls.
  var isUnsafeOnTerminal: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0x2028, 0x2029, 0xFEFF: true
    default: false
    }
  }

  /// How many columns of a terminal the character takes: none for a combining mark, two for wide
  /// East Asian characters and emoji, else one.
  var terminalWidth: Int {
    guard value >= 0x300 else { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide ? 2 : 1
    }
  }

  /// Source: Unicode Standard Annex #11, "East Asian Width", by block.
  private var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3: true
    case 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6: true
    case 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD: true
    default: false
    }
  }
}
