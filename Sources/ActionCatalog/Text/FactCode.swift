/// A reference inside a service's block: a code for a resource type or condition key, with its
/// marks.
struct FactCode: Equatable {
  /// The place of what it stands for in the block's list.
  let index: Int
  /// Whether the resource type is required.
  var isRequired = false
  /// Whether only the service's developer guide names it.
  var isFromGuide = false

  /// The references of a field, in order. A byte that no code begins with is passed over; the tests
  /// hold the embedded facts to have none.
  static func parse(_ field: String) -> [FactCode] {
    var codes: [FactCode] = []
    var isFromGuide = false
    var row = 0
    for byte in field.utf8 {
      if byte == UInt8(ascii: "+") {
        isFromGuide = true
      } else if byte == UInt8(ascii: "*") {
        if !codes.isEmpty { codes[codes.count - 1].isRequired = true }
      } else if let capital = place(of: byte, from: "A") {
        row = capital + 1
      } else if let column = column(of: byte) {
        codes.append(FactCode(index: row * columns + column, isFromGuide: isFromGuide))
        isFromGuide = false
        row = 0
      }
    }
    return codes
  }

  /// How many codes there are with the same first letter.
  private static let columns = 36

  private static func column(of byte: UInt8) -> Int? {
    place(of: byte, from: "a") ?? place(of: byte, from: "0", count: 10).map { $0 + 26 }
  }

  private static func place(of byte: UInt8, from first: Unicode.Scalar, count: Int = 26) -> Int? {
    let place = Int(byte) - Int(first.value)
    return (0..<count).contains(place) ? place : nil
  }
}
