/// The lines about one service, as `action_catalog.h` documents them.
struct ServiceBlock {
  /// The prefix and name of the service.
  let head: TextLine
  /// The lines of its resource types.
  let resourceTypes: TextLines
  /// The lines of its condition keys.
  let conditionKeys: TextLines
  /// The lines of its actions.
  let actions: TextLines
  /// The offset behind the block.
  let end: Int

  /// The block that begins at an offset. Linear in the block's length, of which nothing is decoded.
  init(at start: Int) {
    let text = EmbeddedText.services
    func paragraph(at start: Int) -> (lines: TextLines, end: Int) {
      TextLines(text: text, range: min(start, text.count)..<text.count).paragraph
    }
    head = text.line(at: start)
    let types = paragraph(at: head.range.upperBound + 1)
    let keys = paragraph(at: types.end)
    let actions = paragraph(at: keys.end)
    resourceTypes = types.lines
    conditionKeys = keys.lines
    self.actions = actions.lines
    end = actions.end
  }
}
