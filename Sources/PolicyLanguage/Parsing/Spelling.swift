/// The name that was probably meant by a misspelt one: equal but for case, else at most two letters
/// away (one for short names); `nil` if none is that near. Cost: the product of the lengths for
/// each known name.
func closestSpelling(to name: String, among known: [String]) -> String? {
  let name = name.lowercased()
  if let equal = known.first(where: { $0.lowercased() == name }) { return equal }
  let limit = name.utf8.count < 5 ? 1 : 2
  // What is much longer than any known name is not near one; it is not worth the product.
  guard name.utf8.count <= 64 else { return nil }
  return known.map { ($0, editDistance(name, $0.lowercased())) }
    .filter { $0.1 <= limit }
    .min { $0.1 < $1.1 }?.0
}

/// How many letters must be added, removed or replaced to make one text of the other
/// (Levenshtein's distance, by bytes).
private func editDistance(_ left: String, _ right: String) -> Int {
  let right = Array(right.utf8)
  var row = Array(0...right.count)
  for (index, byte) in left.utf8.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for column in right.indices {
      let replaced = diagonal + (right[column] == byte ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
    }
  }
  return row[right.count]
}
