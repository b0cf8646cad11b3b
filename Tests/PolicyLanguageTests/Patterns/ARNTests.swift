import PolicyLanguage
import Testing

@Suite("ARNs")
struct ARNTests {
  @Test("a name is cut at its first five colons")
  func fields() throws {
    let arn = try #require(ARN("arn:aws:lambda:us-east-1:111122223333:function:orders:prod"))
    #expect(arn.partition == "aws")
    #expect(arn.service == "lambda")
    #expect(arn.region == "us-east-1")
    #expect(arn.account == "111122223333")
    #expect(arn.resource == "function:orders:prod")
    #expect(arn.text == "arn:aws:lambda:us-east-1:111122223333:function:orders:prod")
  }

  @Test("fields may be empty or hold wildcards, and letters of any alphabet")
  func oddFields() throws {
    let bucket = try #require(ARN("arn:aws:s3:::é/*"))
    #expect(bucket.region.isEmpty && bucket.account.isEmpty)
    #expect(bucket.resource == "é/*")
    let empty = try #require(ARN("arn:::::"))
    #expect(empty.resource.isEmpty)
    #expect(ARN("arn:aws-cn:*:*:*:*")?.partition == "aws-cn")
  }

  @Test(
    "what has fewer than six fields or another beginning is no ARN",
    arguments: [
      "", "*", "arn", "arn:aws:lambda:*", "arn:aws:s3::", "ARN:aws:s3:::b", "urn:a:b:c:d:e",
    ])
  func refuses(_ text: String) {
    #expect(ARN(text) == nil)
  }

  @Test("names are equal by their bytes")
  func equality() throws {
    let composed = try #require(ARN("arn:aws:s3:::\u{E9}"))
    let decomposed = try #require(ARN("arn:aws:s3:::e\u{301}"))
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed, composed]).count == 2)
  }
}
