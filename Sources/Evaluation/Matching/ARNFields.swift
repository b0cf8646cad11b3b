/// Where the six fields of an ARN stand in its bytes.
///
/// Source: IAM User Guide, "Amazon Resource Names (ARNs)": the sixth field keeps further colons.
struct ARNFields: Hashable, Sendable {
  /// The offsets before the fields: of nothing, of the first five colons, and of the text's end.
  private var bounds: (Int, Int, Int, Int, Int, Int, Int)

  /// The fields of a text; `nil` where it has fewer than five colons. Cost: linear in the text.
  init?(_ text: borrowing Span<UInt8>) {
    bounds = (-1, 0, 0, 0, 0, 0, text.count)
    var found = 0
    for index in text.indices where text[index] == UInt8(ascii: ":") {
      found += 1
      switch found {
      case 1: bounds.1 = index
      case 2: bounds.2 = index
      case 3: bounds.3 = index
      case 4: bounds.4 = index
      default: bounds.5 = index
      }
      if found == 5 { return }
    }
    return nil
  }

  /// The range of a field, counted from 0.
  subscript(field: Int) -> Range<Int> {
    switch field {
    case 0: bounds.0 + 1..<bounds.1
    case 1: bounds.1 + 1..<bounds.2
    case 2: bounds.2 + 1..<bounds.3
    case 3: bounds.3 + 1..<bounds.4
    case 4: bounds.4 + 1..<bounds.5
    default: bounds.5 + 1..<bounds.6
    }
  }

  static func == (left: ARNFields, right: ARNFields) -> Bool {
    (0..<6).allSatisfy { left[$0] == right[$0] }
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(bounds.5)
    hasher.combine(bounds.6)
  }
}
