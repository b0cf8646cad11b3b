import Foundation
import Testing

@testable import BenchmarkOrganization

@Suite("Timestamp")
struct TimestampTests {
  @Test(
    "it is printed as a Gregorian date in UTC",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"),
      (951_782_400, "2000-02-29T00:00:00Z"), (1_709_251_199, "2024-02-29T23:59:59Z"),
      (1_709_251_200, "2024-03-01T00:00:00Z"), (1_767_225_599, "2025-12-31T23:59:59Z"),
      (1_767_225_600, "2026-01-01T00:00:00Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
    ])
  func internetText(seconds: Int, text: String) {
    #expect(Timestamp(seconds: seconds).internetText == text)
  }

  @Test("it agrees with Foundation on every day from 1970 to 2105")
  func everyDay() {
    let format = Date.ISO8601FormatStyle()
    for day in 0..<49_500 {
      let seconds = day * 86_400 + 3_723
      let expected = format.format(Date(timeIntervalSince1970: Double(seconds)))
      if Timestamp(seconds: seconds).internetText != expected { Issue.record("\(expected)") }
    }
  }

  @Test("each command has its own spelling of the same moment")
  func spellings() {
    let moment = Timestamp(seconds: 1_735_787_045)
    #expect(moment.commandLineText == "2025-01-02T03:04:05+00:00")
    #expect(moment.lambdaText == "2025-01-02T03:04:05.000+0000")
  }
}
