import PolicyLanguage
import Testing

@Suite("Policy variables in texts")
struct VariableTextTests {
  @Test(
    "a text is cut into what stands for itself and what stands for a key",
    arguments: [
      ("", []),
      ("arn:*", [.text("arn:*")]),
      ("${aws:username}", [.variable(key: "aws:username", default: nil)]),
      (
        "home/${aws:username}/*",
        [.text("home/"), .variable(key: "aws:username", default: nil), .text("/*")]
      ),
      (
        "${a:b}${c:d}",
        [.variable(key: "a:b", default: nil), .variable(key: "c:d", default: nil)]
      ),
      ("${*}${?}${$}", [.escaped("*"), .escaped("?"), .escaped("$")]),
      ("x${*}*", [.text("x"), .escaped("*"), .text("*")]),
      (
        "${aws:PrincipalTag/team, 'the default team'}",
        [.variable(key: "aws:PrincipalTag/team", default: "the default team")]
      ),
      ("${a:b, ''}", [.variable(key: "a:b", default: "")]),
      ("${a:b, '}x,'}", [.variable(key: "a:b", default: "}x,")]),
      ("$", [.text("$")]),
      ("$x{y}", [.text("$x{y}")]),
      ("$${a:b}", [.text("$"), .variable(key: "a:b", default: nil)]),
      ("é${a:é}é", [.text("é"), .variable(key: "a:é", default: nil), .text("é")]),
    ] as [(String, [VariableText.Segment])])
  func segments(_ text: String, _ segments: [VariableText.Segment]) {
    let parsed = VariableText(text)
    #expect(parsed.segments == segments)
    #expect(parsed.faults.isEmpty)
  }

  @Test(
    "a faulty variable is named and kept as text",
    arguments: [
      ("a${", .missingBrace), ("a${aws:username", .missingBrace), ("${}", .empty),
      ("${, 'x'}", .empty), ("${ aws:username}", .space(key: " aws:username")),
      ("${aws:username }", .space(key: "aws:username ")),
      ("${a:b,'x'}", .missingQuote(key: "a:b")), ("${a:b, x}", .missingQuote(key: "a:b")),
      ("${a:b, 'x}", .missingQuote(key: "a:b")), ("${a:b, 'x' }", .missingQuote(key: "a:b")),
      ("${a:b,  'x'}", .missingQuote(key: "a:b")),
    ] as [(String, VariableText.Fault)])
  func faults(_ text: String, _ fault: VariableText.Fault) {
    let parsed = VariableText(text)
    #expect(parsed.faults == [fault])
    #expect(parsed.segments == [.text(text)])
    #expect(!parsed.hasVariables)
  }

  @Test("a good variable behind a faulty one is found")
  func goodBehindFaulty() {
    let parsed = VariableText("${}${a:b}")
    #expect(parsed.faults == [.empty])
    #expect(parsed.segments == [.text("${}"), .variable(key: "a:b", default: nil)])
    #expect(parsed.hasVariables)
  }
}
