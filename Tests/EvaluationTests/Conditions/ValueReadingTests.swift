import Testing

@testable import Evaluation

@Suite("reading values")
struct ValueReadingTests {
  @Test(
    "numbers",
    arguments: [
      ("0", "0"), ("-0", "0"), ("007", "7"), ("1.50", "1.5"), ("+3", "3"), ("-0.25", "-0.25"),
      ("1e2", "100"), ("12e-3", "0.012"), (".5", "0.5"), ("5.", "5"),
      ("123456789012345678901234567890123456", "123456789012345678901234567890123456"),
    ])
  func number(text: String, written: String) throws {
    let number = try #require(ExactDecimal(Array(text.utf8)))
    #expect(number.description == written)
  }

  @Test(
    "what is no number",
    arguments: [
      "", "-", ".", "1.2.3", "1e", "1e1234567", "0x10", "1 ", "NaN", "1,5",
      "1234567890123456789012345678901234567",
    ])
  func noNumber(text: String) {
    #expect(ExactDecimal(Array(text.utf8)) == nil)
  }

  @Test(
    "numbers in order",
    arguments: zip(
      ["-10", "-9.5", "-0.1", "0", "0.09", "0.1", "9", "10", "10.5"],
      ["-9.5", "-0.1", "0", "0.09", "0.1", "9", "10", "10.5", "1e3"]))
  func order(lower: String, upper: String) throws {
    let low = try #require(ExactDecimal(Array(lower.utf8)))
    let high = try #require(ExactDecimal(Array(upper.utf8)))
    #expect(low < high)
    #expect(!(high < low))
  }

  @Test(
    "dates",
    arguments: [
      ("1970-01-01", "1970-01-01T00:00:00Z"),
      ("2000-02-29T23:59:59.25Z", "2000-02-29T23:59:59.25Z"),
      ("2026-03-01T00:30+01:00", "2026-02-28T23:30:00Z"),
      ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
      ("0000-01-01", "0000-01-01T00:00:00Z"),
      ("86400", "1970-01-02T00:00:00Z"),
    ])
  func date(text: String, written: String) throws {
    let reading = try #require(InstantReading(Array(text.utf8)))
    #expect(reading.possible == nil)
    #expect(try #require(reading.documented).description == written)
  }

  @Test(
    "what is no date",
    arguments: [
      "", "today", "2026-13-01", "2026-02-29", "2026-1-1", "2026-01-01T24:00Z",
      "2026-01-01T00:00:00", "2026-01-01T00:00:60Z", "2026-01-01T00Z", "2026-01-01Z", "-5", "1.5",
      "1234567890123456",
    ])
  func noDate(text: String) {
    #expect(InstantReading(Array(text.utf8)) == nil)
  }

  @Test("a year and a month can be read in two ways")
  func doubtfulDate() throws {
    let year = try #require(InstantReading(Array("2026".utf8)))
    #expect(year.documented?.description == "1970-01-01T00:33:46Z")
    #expect(year.possible?.description == "2026-01-01T00:00:00Z")
    let month = try #require(InstantReading(Array("2026-03".utf8)))
    #expect(month.documented == nil)
    #expect(month.possible?.description == "2026-03-01T00:00:00Z")
  }

  @Test(
    "addresses",
    arguments: [
      ("192.0.2.1", "192.0.2.1"), ("::", "::"), ("::1", "::1"), ("1::", "1::"),
      ("2001:DB8:0:0:0:0:0:1", "2001:db8::1"), ("2001:db8::1:0:0:1", "2001:db8::1:0:0:1"),
      ("::ffff:192.0.2.1", "::ffff:c000:201"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
      ("fe80:0:0:1::", "fe80:0:0:1::"),
    ])
  func address(text: String, written: String) throws {
    let address = try #require(IPAddress(Array(text.utf8)))
    #expect(address.description == written)
  }

  @Test(
    "what is no address",
    arguments: [
      "", "1.2.3", "1.2.3.4.5", "256.0.0.1", "1.2.3.", "01234.1.1.1", ":", ":::", "1::2::3",
      "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "12345::", "g::", "::1.2.3", "1:2:3:4:5:6:7::8:9",
      "1:", ":1", "fe80::1%eth0",
    ])
  func noAddress(text: String) {
    #expect(IPAddress(Array(text.utf8)) == nil)
  }

  @Test(
    "ranges and their bounds",
    arguments: [
      ("10.1.2.3/8", "10.0.0.0/8", "10.255.255.255"), ("0.0.0.0/0", "0.0.0.0/0", "255.255.255.255"),
      ("192.0.2.7", "192.0.2.7", "192.0.2.7"),
      ("2001:db8::/65", "2001:db8::/65", "2001:db8::7fff:ffff:ffff:ffff"),
    ])
  func range(text: String, written: String, last: String) throws {
    let range = try #require(AddressRange(Array(text.utf8)))
    #expect(range.description == written)
    #expect(range.last.description == last)
    #expect(range.contains(range.first))
    #expect(range.contains(range.last))
  }

  @Test("what is no range", arguments: ["10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "::/129", "/8"])
  func noRange(text: String) {
    #expect(AddressRange(Array(text.utf8)) == nil)
  }

  @Test("Base64, and back", arguments: ["", "QQ==", "QUI=", "QUJD", "AP/+"])
  func base64(text: String) throws {
    let bytes = try #require(Base64.decode(Array(text.utf8)))
    #expect(Base64.encode(bytes) == text)
  }

  @Test("what is not Base64", arguments: ["Q", "QUJ", "Q===", "QU-D", "QUJD="])
  func noBase64(text: String) {
    #expect(Base64.decode(Array(text.utf8)) == nil)
  }
}
