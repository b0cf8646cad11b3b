import AccessTests
import JSONText
import Testing

@Suite("A file of cases in YAML")
struct YAMLReadingTests {
  @Test("decides as the same cases in JSON")
  func sameAsJSON() throws {
    let yaml = """
      # Documents, lists and flow style may be mixed.
      - id: x
        request:
          principal: arn:aws:iam::111122223333:user/ada
          action: lambda:InvokeFunction
          resource: arn:aws:lambda:us-east-1:111122223333:function:f
        policies:
          identity:
            Version: 2012-10-17
            Statement:
              - {Effect: Allow, Action: "lambda:*", Resource: '*'}
        expected: Allowed
      ---
      \(invocation(policy: ""))
      ---
      """
    #expect(try decisions(yaml, name: "a.yaml") == ["Allowed", "ImplicitlyDenied"])
    #expect(try decisions(yaml, name: "-") == ["Allowed", "ImplicitlyDenied"])
  }

  /// What a plain scalar is as the value of a condition key, which a policy compares as text.
  @Test("keeps the text that a policy would have", arguments: scalars)
  func scalar(_ written: String, _ text: String) throws {
    let yaml = """
      request:
        principal: arn:aws:iam::111122223333:user/ada
        action: a:b
        resource: '*'
        context: {k: \(written)}
      policies:
        identity:
          Version: 2012-10-17
          Statement:
            Effect: Allow
            Action: '*'
            Resource: '*'
            Condition: {StringEquals: {k: \(JSON.string(text).text())}}
      """
    #expect(try decisions(yaml, name: "a.yml") == ["Allowed"])
  }

  @Test("takes a key for text unless it is a number, a Boolean or null")
  func keys() throws {
    let context = "{yes: 1, 2012-10-17: 2, '1': 3, \"true\": 4, 0x1F: 5, =: 6}"
    let yaml = """
      request: {principal: anonymous, action: a:b, resource: '*', context: \(context)}
      policies: {}
      """
    #expect(try decisions(yaml, name: "a.yaml") == ["ImplicitlyDenied"])
  }

  @Test("names the place of a case in the YAML, columns in bytes")
  func places() throws {
    let yaml = """
      - {can: {principal: p, action: a}}
      - id: é
        can: {principal: é, action: a}
      - [{can: {}}]
      """
    #expect(fault(of: yaml, name: "-") == "4:3 expected a case, which is an object")
    let flow = "[{id: é, can: {principal: é, action: a}}, {can: {principal: é, action: a}}]"
    let positions = try file(flow, name: "a.yaml").cases.map(\.passage.position)
    #expect(positions == [.init(line: 1, column: 2), .init(line: 1, column: 45)])
  }

  @Test("is refused with the place of the fault", arguments: faults)
  func refused(_ yaml: String, _ expected: String) {
    #expect(fault(of: yaml, name: "a.yaml") == expected)
  }

  @Test("is refused where aliases would multiply it, before anything is multiplied")
  func bomb() {
    var yaml = "a0: &a0 [x, x]\n"
    for level in 1...40 {
      let alias = "*a\(level - 1)"
      yaml += "a\(level): &a\(level) [\(alias), \(alias), \(alias), \(alias)]\n"
    }
    yaml += "? *a40\n: 1\n"
    #expect(
      fault(of: yaml, name: "a.yaml")
        == "1:1 `*a0` repeats what `&a0` marks; write the value out")
  }

  @Test("is refused where it is nested beyond all use", arguments: [200, 5_000, 200_000])
  func depth(_ depth: Int) throws {
    let yaml = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(fault(of: yaml, name: "a.yaml") != nil)
  }

  @Test("is refused where it is not UTF-8")
  func encoding() {
    #expect(fault(of: [0x61, 0x3A, 0x20, 0xFF], name: "a.yaml") == "1:1 the text is not UTF-8")
  }
}

private let scalars: [(String, String)] = [
  ("text", "text"), ("'7'", "7"), ("7", "7"), ("111122223333", "111122223333"),
  ("012345678901", "012345678901"), ("0x1F", "0x1F"), ("1_000", "1_000"), ("1.50", "1.50"),
  ("1e3", "1e3"), ("+1", "+1"), (".5", ".5"), ("1:30", "1:30"), ("2012-10-17", "2012-10-17"),
  ("2026-08-01T00:00:00Z", "2026-08-01T00:00:00Z"), ("true", "true"), ("True", "true"),
  ("FALSE", "false"), ("yes", "yes"), ("no", "no"), ("on", "on"), ("y", "y"), (".inf", ".inf"),
  ("\"null\"", "null"), ("!!str 7", "7"), ("! true", "true"), ("10.0.0.0/8", "10.0.0.0/8"),
  ("lambda:*", "lambda:*"), ("\"a\\u00e9\\n\"", "aé\n"), ("&lone v", "v"),
]

private let faults: [(String, String)] = [
  ("a: &x 1\nb: *x\n", "1:1 `*x` repeats what `&x` marks; write the value out"),
  ("a: *x\n", "1:4 found undefined alias"),
  ("id: 1\nid: 2\n", "1:1 key `id` stands twice in one mapping"),
  ("can: {a: 1, 'a': 2}\n", "1:7 key `a` stands twice in one mapping"),
  ("1: a\n", "1:1 a key is text: put `1` in quotes"),
  ("é: {true: a}\n", "1:6 a key is text: put `true` in quotes"),
  ("? [a]\n: b\n", "1:3 a key is text"),
  ("<<: {a: 1}\n", "1:1 a merge key; write the members out"),
  ("a: !!binary aGk=\n", "1:4 the tag `tag:yaml.org,2002:binary` is not read"),
  ("a: !Sub x\n", "1:4 the tag `!Sub` is not read"),
  ("a: !!set {b: c}\n", "1:4 the tag `tag:yaml.org,2002:set` is not read"),
  ("a: [1\n", "2:1 did not find expected ',' or ']'"),
  ("a: \"\\ud800\"\n", "1:7 found invalid Unicode character escape code"),
  (
    """
    request: {principal: anonymous, action: a, resource: b}
    policies:
      identity:
        Version: 2012-10-17
        Statement:
          - Effect: Alow
            Action: '*'
            Resource: '*'
    """, "6:17 `Alow` is no effect"
  ),
  ("just words\n", "1:1 expected a case, which is an object"),
  ("- id: a\n  can:\n    action: b\n", "3:5 a question needs a `principal`"),
]
