import JSONText
import Testing

@Suite("Writing JSON text")
struct JSONWriterTests {
  private static let sample: JSON = [
    "b": [1, true, .null, "x"], "a": ["empty": [:], "none": []], "c": .number("1.50"),
  ]

  @Test("the compact layout has no white space")
  func compact() {
    let text = #"{"b":[1,true,null,"x"],"a":{"empty":{},"none":[]},"c":1.50}"#
    #expect(Self.sample.text() == text)
  }

  @Test("the indented layout puts each member and element on a line of its own")
  func indented() {
    let text = """
      {
        "b": [
          1,
          true,
          null,
          "x"
        ],
        "a": {
          "empty": {},
          "none": []
        },
        "c": 1.50
      }
      """
    #expect(Self.sample.text(.indented) == text)
  }

  @Test("values outside of any container stand a line each")
  func lines() {
    var writer = JSONWriter()
    for number in 1...2 {
      writer.beginObject()
      writer.key("n")
      writer.integer(number)
      writer.endObject()
    }
    #expect(writer.text == "{\"n\":1}\n{\"n\":2}")
  }

  @Test("a long text can be taken in parts")
  func parts() {
    var writer = JSONWriter()
    writer.beginArray()
    writer.integer(1)
    var text = String(decoding: writer.takeBytes(), as: UTF8.self)
    writer.integer(2)
    writer.endArray()
    #expect(text == "[1")
    text += writer.text
    #expect(text == "[1,2]")
  }

  @Test(
    "a string is escaped where JSON asks for it and where a terminal would obey it",
    arguments: [
      ("\"\\/", #"\"\\/"#), ("\n\r\t", #"\n\r\t"#), ("\u{0}\u{8}\u{1F}", #"\u0000\u0008\u001f"#),
      ("\u{1B}[31m", #"\u001b[31m"#), ("\u{7F}\u{9B}", #"\u007f\u009b"#),
      ("\u{202E}\u{2066}\u{FEFF}", #"\u202e\u2066\ufeff"#), ("é€😀", "é€😀"), ("", ""),
    ])
  func escapes(_ string: String, _ escaped: String) throws {
    let text = JSON.string(string).text()
    #expect(text == "\"\(escaped)\"")
    #expect(try JSONDocument(parsing: Array(text.utf8)).root.string == string)
    #expect(JSON.object([.init(string, 1)]).text() == "{\"\(escaped)\":1}")
  }

  @Test("members are sorted by the bytes of their decoded keys, at every depth")
  func sorted() throws {
    let text = #"{"b":{"z":1,"\u0061":2},"B":[{"y":0,"x":1.0}],"é":3,"a":4,"":5}"#
    let document = try JSONDocument(parsing: Array(text.utf8))
    var writer = JSONWriter()
    writer.value(document.root, order: .sorted)
    #expect(writer.text == #"{"":5,"B":[{"x":1.0,"y":0}],"a":4,"b":{"a":2,"z":1},"é":3}"#)
  }

  @Test("what is written reads as the same value, and is written the same again", arguments: 1...4)
  func roundTrip(_ seed: UInt64) throws {
    var random = RandomJSON(seed: seed)
    for _ in 0..<300 {
      let document = try JSONDocument(parsing: Array(random.text().utf8))
      for layout in [JSONWriter.Layout.compact, .indented] {
        var writer = JSONWriter(layout)
        writer.value(document.root)
        let again = try JSONDocument(parsing: writer.bytes)
        let value = JSON(document.root)
        guard JSON(again.root) == value, value.text(layout) == writer.text else {
          Issue.record("written differently: \(document.root.text)")
          continue
        }
      }
    }
  }

  @Test("a built value finds its members by the bytes of the key")
  func subscriptOfBuiltValue() {
    #expect(Self.sample["c"] == .number("1.50"))
    #expect(Self.sample["a"]?["none"] == [])
    #expect(Self.sample["d"] == nil)
    #expect(JSON.string("c")["c"] == nil)
  }
}
