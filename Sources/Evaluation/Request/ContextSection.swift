/// A part of a request context that is put together once and shared by many requests, such as the
/// keys that describe one principal. Copying a section copies one reference.
package struct ContextSection: Hashable, Sendable {
  private var entries: [Entry] = []

  private struct Entry: Hashable {
    /// For a key that ends in a slash: any member of its family that is not listed.
    var key: ContextKey
    var state: ContextState
  }

  package init() {}

  /// The keys of a dictionary, each with its values.
  package init(_ values: [String: [String]]) {
    for (name, texts) in values.sorted(by: { $0.key < $1.key }) {
      self[ContextKey(name)] = .values(texts.map { ContextValue($0) })
    }
  }

  /// The state that the section gives a key; `nil` where it says nothing of the key.
  ///
  /// Cost of reading: linear in the section's keys, by comparing hashes.
  package subscript(key: ContextKey) -> ContextState? {
    get {
      for index in entries.indices where entries[index].key == key {
        return entries[index].state
      }
      return nil
    }
    set {
      let index = entries.firstIndex { $0.key == key }
      switch (index, newValue) {
      case (let index?, let state?): entries[index].state = state
      case (let index?, nil): entries.remove(at: index)
      case (nil, let state?): entries.append(Entry(key: key, state: state))
      case (nil, nil): break
      }
    }
  }

  /// Says that the section lists all members of a tag family, such as `aws:ResourceTag`: any other
  /// member is absent.
  package mutating func close(family: String) {
    self[ContextKey(family + "/")] = .absent
  }

  /// Whether the key belongs to a family that the section lists completely.
  func closes(_ key: ContextKey) -> Bool {
    guard let hash = key.familyHash else { return false }
    return entries.contains { $0.key.hash == hash }
  }

  /// The keys of which the section says something, in the order in which they were first set.
  package var keys: [ContextKey] { entries.map(\.key) }
}
