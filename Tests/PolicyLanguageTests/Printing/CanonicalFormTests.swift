import JSONText
import PolicyLanguage
import Testing

@Suite("Canonical form of a policy")
struct CanonicalFormTests {
  private func canonical(_ text: String) throws -> String {
    let document = try JSONDocument(parsing: Array(text.utf8))
    return String(decoding: CanonicalForm.bytes(of: document.root), as: UTF8.self)
  }

  private func statement(_ members: String) -> String { "{\"Statement\":[{\(members)}]}" }

  @Test("members are sorted, lists are sets, and white space is gone")
  func wholeDocument() throws {
    let text = """
      {
        "Version": "2012-10-17",
        "Statement": {
          "Sid": "z",
          "Effect": "Allow",
          "Principal": {"Service": "s3.amazonaws.com", "AWS": ["222233334444", "111122223333"]},
          "Action": "lambda:InvokeFunction",
          "Resource": ["b", "a", "b"],
          "Condition": {
            "StringLike": {"b:c": "x", "a:b": ["y", "x"]},
            "Bool": {"aws:SecureTransport": true}
          }
        },
        "Id": "default"
      }
      """
    let expected =
      #"{"Id":"default","Statement":[{"Action":["lambda:InvokeFunction"],"#
      + #""Condition":{"Bool":{"aws:SecureTransport":["true"]},"#
      + #""StringLike":{"a:b":["x","y"],"b:c":["x"]}},"Effect":"Allow","#
      + #""Principal":{"AWS":["111122223333","222233334444"],"Service":["s3.amazonaws.com"]},"#
      + #""Resource":["a","b"],"Sid":"z"}],"Version":"2012-10-17"}"#
    #expect(try canonical(text) == expected)
  }

  @Test("two spellings of one meaning have one form", arguments: equal)
  func equalMeanings(_ left: String, _ right: String) throws {
    #expect(Array(try canonical(left).utf8) == Array(try canonical(right).utf8))
  }

  @Test("two meanings, or what may be two, have two forms", arguments: different)
  func differentMeanings(_ left: String, _ right: String) throws {
    #expect(Array(try canonical(left).utf8) != Array(try canonical(right).utf8))
  }

  @Test("the canonical form of a canonical form is itself", arguments: equal.map(\.0) + shapeless)
  func idempotence(_ text: String) throws {
    let once = try canonical(text)
    #expect(try canonical(once) == once)
  }

  @Test("what has not the shape of a policy only has its members sorted", arguments: shapeless)
  func shapelessDocuments(_ text: String) throws {
    let document = try JSONDocument(parsing: Array(text.utf8))
    var writer = JSONWriter()
    writer.value(document.root, order: .sorted)
    #expect(try canonical(text) == writer.text)
  }

  static let equal: [(String, String)] = [
    (#"{"Statement":[]}"#, #"{ "Statement" : [ ] }"#),
    (#"{"Version":"2012-10-17","Statement":[]}"#, #"{"Statement":[],"Version":"2012-10-17"}"#),
    (#"{"Statement":{"Effect":"Deny"}}"#, #"{"Statement":[{"Effect":"Deny"}]}"#),
    (#"{"Statement":{"Action":"a"}}"#, #"{"Statement":{"Action":["a","a"]}}"#),
    (#"{"Statement":{"NotAction":["b","a"]}}"#, #"{"Statement":{"NotAction":["a","b"]}}"#),
    (#"{"Statement":{"NotResource":["b","a"]}}"#, #"{"Statement":{"NotResource":["a","b"]}}"#),
    (
      #"{"Statement":{"NotPrincipal":{"AWS":["b","a"]}}}"#,
      #"{"Statement":{"NotPrincipal":{"AWS":["a","b"]}}}"#
    ),
    (#"{"Statement":{"Action":"\u0061"}}"#, #"{"Statement":{"\u0041ction":["a"]}}"#),
    (
      #"{"Statement":{"Condition":{"Bool":{"a:b":true}}}}"#,
      #"{"Statement":{"Condition":{"Bool":{"a:b":["true"]}}}}"#
    ),
    (
      #"{"Statement":{"Condition":{"NumericEquals":{"a:b":[10,9]}}}}"#,
      #"{"Statement":{"Condition":{"NumericEquals":{"a:b":["9","10"]}}}}"#
    ),
  ]

  static let different: [(String, String)] = [
    (
      #"{"Statement":[{"Effect":"Allow"},{"Effect":"Deny"}]}"#,
      #"{"Statement":[{"Effect":"Deny"},{"Effect":"Allow"}]}"#
    ),
    (#"{"Statement":{"Action":"a:B"}}"#, #"{"Statement":{"Action":"a:b"}}"#),
    (#"{"Statement":{"Action":[]}}"#, #"{"Statement":{}}"#),
    (#"{"Statement":{"Principal":"*"}}"#, #"{"Statement":{"NotPrincipal":"*"}}"#),
    (#"{"Statement":{"Resource":"\u00e9"}}"#, #"{"Statement":{"Resource":"e\u0301"}}"#),
    (
      #"{"Statement":{"Condition":{"NumericEquals":{"a:b":1.0}}}}"#,
      #"{"Statement":{"Condition":{"NumericEquals":{"a:b":1}}}}"#
    ),
    (#"{"Statement":{"Action":["b","a"],"X":0}}"#, #"{"Statement":{"Action":["a","b"],"X":0}}"#),
  ]

  static let shapeless = [
    "null", "[\"b\",\"a\"]", #"{"b":1,"a":[2,1]}"#, #"{"Statement":"x"}"#,
    #"{"Version":1,"Statement":{"Action":["b","a"]}}"#, #"{"Statement":{"Action":["b",1]}}"#,
    #"{"Statement":{"Action":["b","a"]},"Comment":"x"}"#, #"{"Statement":{"Effect":["b","a"]}}"#,
    #"{"Statement":{"Condition":["b","a"]}}"#, #"{"Statement":{"Condition":{"Bool":"x"}}}"#,
    #"{"Statement":{"Condition":{"Bool":{"b:c":null,"a:b":[2,1]}}}}"#,
    #"{"Statement":{"Principal":["b","a"]}}"#, #"{"Statement":{"Principal":{"AWS":{}}}}"#,
  ]
}

@Suite("Places of a document's statements")
struct StatementPositionsTests {
  private let text = MarkedText(
    """
    {"Version": "2012-10-17",
     "Statement": [▸{"Effect": "Deny"}, ▸{"Effect": "Allow"},
       ▸{}]}
    """)

  @Test("are counted in the document's own text")
  func ownText() throws {
    let document = try JSONDocument(parsing: text.bytes)
    #expect(statementPositions(of: document.root) == text.positions)
  }

  @Test("do not depend on the text around the document")
  func textAround() throws {
    let around = Array("[\n\n   ".utf8) + text.bytes + Array("]".utf8)
    let elements = try #require(try JSONDocument(parsing: around).root.elements)
    #expect(elements.map { statementPositions(of: $0) } == [text.positions])
  }

  @Test("are one for a single statement and none for what is no policy")
  func singleAndNone() throws {
    let single = MarkedText(#"{"Statement": ▸{}}"#)
    let document = try JSONDocument(parsing: single.bytes)
    #expect(statementPositions(of: document.root) == single.positions)
    for text in ["[]", "{}", #"{"Statement": "x"}"#] {
      let document = try JSONDocument(parsing: Array(text.utf8))
      #expect(statementPositions(of: document.root) == [])
    }
  }
}
