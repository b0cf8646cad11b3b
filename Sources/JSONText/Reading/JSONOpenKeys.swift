/// The keys read so far of every object that is still open.
///
/// The keys of a small object are compared one by one, those of a large one by hash, so that an
/// object with a million keys costs no more for each than one with thirty.
struct JSONOpenKeys {
  private var keys: [Key] = []
  private var objects: [OpenObject] = []
  private static let largestCompared = 32

  private struct Key {
    /// The key's length and first bytes: two keys without escapes can only be equal if theirs are.
    var digest: UInt64
    var node: JSONNode
  }

  private struct OpenObject {
    /// The index of the object's first key in `keys`.
    var start: Int
    /// The decoded keys, with the offset of each, once there are many.
    var offsets: [[UInt8]: UInt32]?
  }

  /// Begins an object inside the innermost one.
  mutating func openObject() {
    objects.append(OpenObject(start: keys.count, offsets: nil))
  }

  /// Ends the innermost object and forgets its keys.
  mutating func closeObject() {
    guard let object = objects.popLast() else { return }
    keys.removeLast(keys.count - object.start)
  }

  /// Adds a key to the innermost object, or returns the offset of the equal key that it has.
  mutating func insert(_ key: JSONNode, in bytes: [UInt8]) -> Int? {
    let current = objects.count - 1
    if objects[current].offsets != nil
      || keys.count - objects[current].start >= Self.largestCompared
    {
      return insertByHash(key, into: current, bytes)
    }
    let new = Key(digest: Self.digest(of: key, in: bytes), node: key)
    for index in objects[current].start..<keys.count where Self.areEqual(keys[index], new, bytes) {
      return Int(keys[index].node.start)
    }
    keys.append(new)
    return nil
  }

  private mutating func insertByHash(_ key: JSONNode, into object: Int, _ bytes: [UInt8]) -> Int? {
    if objects[object].offsets == nil {
      let start = objects[object].start
      objects[object].offsets = [:]
      for known in keys[start...] {
        objects[object].offsets?[Self.decoded(known.node, in: bytes)] = known.node.start
      }
      keys.removeLast(keys.count - start)
    }
    let decoded = Self.decoded(key, in: bytes)
    if let earlier = objects[object].offsets?[decoded] { return Int(earlier) }
    objects[object].offsets?[decoded] = key.start
    return nil
  }

  /// The decoded bytes of a key.
  static func decoded(_ key: JSONNode, in bytes: [UInt8]) -> [UInt8] {
    let contents = bytes[key.range.dropFirst().dropLast()]
    return key.flag ? decodingJSONEscapes(contents) : Array(contents)
  }

  private static func digest(of key: JSONNode, in bytes: [UInt8]) -> UInt64 {
    var digest = UInt64(key.length & 0xFF)
    for index in key.range.dropFirst().dropLast().prefix(7) {
      digest = digest << 8 | UInt64(bytes[index])
    }
    return digest
  }

  private static func areEqual(_ left: Key, _ right: Key, _ bytes: [UInt8]) -> Bool {
    if left.node.flag || right.node.flag {
      return decoded(left.node, in: bytes) == decoded(right.node, in: bytes)
    }
    guard left.digest == right.digest, left.node.length == right.node.length else { return false }
    return bytes[left.node.range] == bytes[right.node.range]
  }
}
