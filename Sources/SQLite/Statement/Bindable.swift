/// A value that fills a parameter of a statement.
///
/// A type with a raw value that is bindable needs to declare no more than the conformance.
package protocol Bindable {
  /// Binds the value to the parameter at `index`, counted from 1.
  func bind(to statement: inout Statement, at index: Int) throws(SQLiteError)
}

extension Int64: Bindable {
  /// Binds an INTEGER.
  package func bind(to statement: inout Statement, at index: Int) throws(SQLiteError) {
    try statement.bind(integer: self, at: index)
  }
}

extension Int: Bindable {
  /// Binds an INTEGER.
  package func bind(to statement: inout Statement, at index: Int) throws(SQLiteError) {
    try statement.bind(integer: Int64(self), at: index)
  }
}

extension Bool: Bindable {
  /// Binds the INTEGER 0 or 1.
  package func bind(to statement: inout Statement, at index: Int) throws(SQLiteError) {
    try statement.bind(integer: self ? 1 : 0, at: index)
  }
}

extension String: Bindable {
  /// Binds a TEXT.
  package func bind(to statement: inout Statement, at index: Int) throws(SQLiteError) {
    try statement.bind(text: self, at: index)
  }
}

extension StaticString: Bindable {
  /// Binds a TEXT without copying it.
  package func bind(to statement: inout Statement, at index: Int) throws(SQLiteError) {
    try statement.bind(staticText: self, at: index)
  }
}

extension Array: Bindable where Element: BindableElement {
  /// Binds what the element's type says that an array of it is.
  package func bind(to statement: inout Statement, at index: Int) throws(SQLiteError) {
    try Element.bind(self, to: &statement, at: index)
  }
}

extension Optional: Bindable where Wrapped: Bindable {
  /// Binds the value, or NULL.
  package func bind(to statement: inout Statement, at index: Int) throws(SQLiteError) {
    switch self {
    case .some(let value): try value.bind(to: &statement, at: index)
    case .none: try statement.bindNull(at: index)
    }
  }
}

extension Bindable where Self: RawRepresentable, RawValue: Bindable {
  /// Binds the raw value.
  package func bind(to statement: inout Statement, at index: Int) throws(SQLiteError) {
    try rawValue.bind(to: &statement, at: index)
  }
}

/// A type whose arrays fill a parameter as a whole.
package protocol BindableElement {
  /// Binds all elements to the one parameter at `index`, counted from 1.
  static func bind(
    _ elements: [Self], to statement: inout Statement, at index: Int) throws(SQLiteError)
}

extension UInt8: BindableElement {
  /// Binds a BLOB.
  package static func bind(
    _ elements: [UInt8], to statement: inout Statement, at index: Int
  ) throws(SQLiteError) {
    try statement.bind(blob: elements, at: index)
  }
}

extension Int64: BindableElement {
  /// Binds the integers for the table-valued function `int64array(?)`, whose column is `value`:
  /// `… WHERE id IN (SELECT value FROM int64array(?1))`. For anything else the parameter is NULL.
  package static func bind(
    _ elements: [Int64], to statement: inout Statement, at index: Int
  ) throws(SQLiteError) {
    try statement.bind(integers: elements, at: index)
  }
}
