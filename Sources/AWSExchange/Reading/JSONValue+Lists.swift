import JSONText

extension JSONValue {
  /// The elements of an array; none for any other value.
  var elementList: [JSONValue] { elements.map { Array($0) } ?? [] }

  /// The members of an object; none for any other value.
  var memberList: [JSONMember] { members.map { Array($0) } ?? [] }

  /// The elements of an array, or the value itself: policies write a list of one without brackets.
  var oneOrMore: [JSONValue] { elements.map { Array($0) } ?? [self] }
}
