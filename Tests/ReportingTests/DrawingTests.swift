import Reporting
import Testing

@Suite struct DrawingTests {
  @Test func sparklinesSpanTheirRange() {
    #expect(Sparkline.text([0, 1, 2, 3, 4, 5, 6, 7], glyphs: .unicode) == "▁▂▃▄▅▆▇█")
    #expect(Sparkline.text([0, 7], in: 0...14, glyphs: .ascii) == "_+")
    #expect(Sparkline.text([1, .nan, 2], glyphs: .unicode) == "▁·█")
    #expect(Sparkline.text([3, 3], glyphs: .unicode) == "▅▅")
    #expect(Sparkline.text([], glyphs: .unicode) == "")
    #expect(Sparkline.text([.nan], glyphs: .ascii) == ".")
  }

  @Test func barsFillTheirWidth() {
    #expect(Bar.text(0.5, width: 4, glyphs: .ascii) == "##  ")
    #expect(Bar.text(0.3125, width: 4, glyphs: .unicode) == "█▎  ")
    #expect(Bar.text(2, width: 3, glyphs: .unicode) == "███")
    #expect(Bar.text(-1, width: 3, glyphs: .unicode) == "   ")
    #expect(Bar.text(.nan, width: 3, glyphs: .ascii) == "...")
  }

  /// No meaning by colour alone: without colour, each level still looks different.
  @Test(arguments: [Glyphs.unicode, .ascii])
  func heatCellsDifferWithoutColour(glyphs: Glyphs) {
    let style = TextStyle(glyphs: glyphs)
    let cells = [0, 0.25, 0.5, 0.75, 1].map { HeatCell.text($0, style: style) }
    #expect(Set(cells).count == 5)
    #expect(cells.allSatisfy { CellWidth.of($0) == 2 })
  }

  @Test func tablesAlignAndLeaveNoTrailingSpace() {
    var table = TextTable(columns: [.init("team"), .init("people", .right), .init("note")])
    table.add(["漢字", "7", ""])
    table.add(["checkout", "12", "a\u{1b}b"])
    let text = """
      team      people  note
      漢字           7
      checkout      12  a\\u{1b}b

      """
    #expect(table.text(TextStyle()) == text)
  }

  @Test func tablesShrinkOnlyTheColumnsThatMay() {
    var table = TextTable(columns: [.init("id"), .init("text", mayShrink: true)])
    table.add(["long-identifier", "a text that is far too long for this"])
    let lines = table.text(TextStyle(width: 30)).split(separator: "\n")
    #expect(lines.allSatisfy { CellWidth.of(String($0)) <= 30 })
    #expect(lines.last == "long-identifier  a text that ~")
  }

  @Test func colourDoesNotMoveColumns() {
    var table = TextTable(columns: [.init(""), .init("", .right)])
    table.add([.init("a", .bad), "1"])
    table.add(["long", .init("22", .good)])
    let plain = table.text(TextStyle())
    var text = table.text(TextStyle(ink: Ink(hasColor: true)))
    for code in ["\u{1b}[31m", "\u{1b}[32m", "\u{1b}[0m"] {
      text = text.split(separator: code, omittingEmptySubsequences: false).joined()
    }
    #expect(text == plain)
  }
}
