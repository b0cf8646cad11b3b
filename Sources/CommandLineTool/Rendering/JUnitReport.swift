import AccessTests

/// Results as JUnit's XML: a suite for each file, in the order of the cases.
///
/// There is no schema of JUnit's own; the elements and attributes are those that continuous
/// integration systems read in common. It holds no times, so that the same cases give the same text.
struct JUnitReport {
  private let results: [CaseResult]

  init(_ results: [CaseResult]) {
    self.results = results
  }

  /// The document, its last line ended. Cost: linear in the results.
  var text: String {
    var suites: [(file: String, results: [CaseResult])] = []
    for result in results {
      let file = result.testCase.passage.file
      if suites.last?.file != file { suites.append((file, [])) }
      suites[suites.count - 1].results.append(result)
    }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites\(Self.counts(results))>\n"
    for suite in suites {
      text += "  <testsuite name=\"\(XML.attribute(suite.file))\"\(Self.counts(suite.results))>\n"
      for result in suite.results { text += Self.element(result, file: suite.file) }
      text += "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  private static func counts(_ results: [CaseResult]) -> String {
    " tests=\"\(results.count)\" failures=\"\(results.count { !$0.isPassed })\" errors=\"0\""
  }

  private static func element(_ result: CaseResult, file: String) -> String {
    let head =
      "    <testcase classname=\"\(XML.attribute(file))\" name=\"\(XML.attribute(result.label))\""
    if result.isPassed { return head + "/>\n" }
    let body = ([result.place] + result.reasons).joined(separator: "\n")
    return head + ">\n      <failure message=\"\(XML.attribute(result.comparison))\">"
      + XML.text(body) + "</failure>\n    </testcase>\n"
  }
}

/// Text in XML.
///
/// Source: Extensible Markup Language 1.0, sections 2.2, "Characters", and 2.4, "Character Data and
/// Markup".
enum XML {
  /// Text between tags.
  static func text(_ text: String) -> String { escaped(text, keepsLines: true) }

  /// Text between double quotes: a line end would be read as a blank.
  static func attribute(_ text: String) -> String { escaped(text, keepsLines: false) }

  private static func escaped(_ text: String, keepsLines: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\n" where keepsLines: escaped.unicodeScalars.append(scalar)
      case "\n", "\r", "\t": escaped += "&#\(scalar.value);"
      case _ where isAllowed(scalar): escaped.unicodeScalars.append(scalar)
      // XML has no way to write the others.
      default: escaped += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
    return escaped
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
