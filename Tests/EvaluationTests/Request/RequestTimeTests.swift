import Evaluation
import Testing

@Suite("the time of a request, and the forms of values")
struct RequestTimeTests {
  static let times: [(text: String, seconds: Int?)] = [
    ("2026-08-01", 1_785_542_400), ("2026-08-01T12:00:00Z", 1_785_585_600),
    ("2026-08-01T14:00:00+02:00", 1_785_585_600), ("2026-08-01T12:00:00.999Z", 1_785_585_600),
    ("1785585600", 1_785_585_600), ("2026-08", nil), ("2026-02-29", nil), ("noon", nil), ("", nil),
  ]

  @Test("a day is its beginning, and a fraction of a second is left out", arguments: times)
  func reading(text: String, seconds: Int?) {
    #expect(RequestTime(text)?.seconds == seconds)
  }

  @Test("both keys tell the same time")
  func keys() {
    let keys = RequestTime(seconds: 1_785_585_600).keys
    #expect(keys.map(\.key.name) == ["aws:CurrentTime", "aws:EpochTime"])
    #expect(keys.map(\.value) == ["2026-08-01T12:00:00Z", "1785585600"])
  }

  static let values: [(form: ContextValue.Form, yes: [ContextValue], no: [ContextValue])] = [
    (.arn, ["arn:aws:s3:::uploads", "arn:aws:iam::111122223333:role/a"], ["uploads", "arn:aws"]),
    (.boolean, ["true", "FALSE"], ["yes", "1", ""]),
    (.number, ["0", "-1.5", "3600"], ["1,5", "ten", ""]),
    (.date, ["2026-08-01", "1785585600"], ["noon", "2026-13-01"]),
    (.address, ["10.0.0.1", "2001:db8::1"], ["10.0.0.0/8", "10.0.0.300", "host"]),
    (.base64, ["cGVybXJlZw=="], ["?"]),
  ]

  @Test("a value has a form or it has not", arguments: values)
  func forms(form: ContextValue.Form, yes: [ContextValue], no: [ContextValue]) {
    for value in yes { #expect(value.has(form), "\(value.text)") }
    for value in no { #expect(!value.has(form), "\(value.text)") }
  }
}
