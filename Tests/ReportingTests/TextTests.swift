import Reporting
import Testing

@Suite struct SafeTextTests {
  @Test(arguments: [
    ("plain ü 漢字", "plain ü 漢字"), ("\u{1b}[31mred", "\\u{1b}[31mred"),
    ("a\u{202e}b", "a\\u{202e}b"), ("line\nbreak\u{9b}", "line\\u{a}break\\u{9b}"),
  ])
  func controlCharactersBecomeVisible(text: String, safe: String) {
    #expect(SafeText.terminal(text) == safe)
  }
}

@Suite struct CellWidthTests {
  @Test(arguments: [
    ("abc", 3), ("漢字", 4), ("e\u{301}", 1), ("😀", 2), ("👩‍👩‍👧", 2), ("❤️", 2), ("ü", 1), ("", 0),
    ("\u{200b}", 0), ("ｆ", 2),
  ])
  func charactersTakeTheirCells(text: String, cells: Int) {
    #expect(CellWidth.of(text) == cells)
  }

  @Test func clippingNeverExceedsTheWidth() {
    let text = "漢字 abc 😀 e\u{301}"
    for width in 0...16 {
      let clipped = CellWidth.clipped(text, to: width, glyphs: .unicode)
      #expect(CellWidth.of(clipped) <= width)
    }
    #expect(CellWidth.clipped("abcdef", to: 4, glyphs: .unicode) == "abc…")
    #expect(CellWidth.clipped("abcdef", to: 4, glyphs: .ascii) == "abc~")
    #expect(CellWidth.clipped("abcd", to: 4, glyphs: .unicode) == "abcd")
  }

  @Test func wrappingKeepsWordsWhole() {
    let lines = TextWrap.lines("one two three extraordinarily four", width: 9, hanging: 2)
    #expect(lines == ["one two", "  three", "  extraordinarily", "  four"])
    #expect(TextWrap.lines("", width: 9).isEmpty)
  }
}

@Suite struct InkTests {
  @Test func colourIsOnlyAddedWhereItIsOn() {
    #expect(Ink.plain(.bad, "x") == "x")
    #expect(Ink(hasColor: true)(.bad, "x") == "\u{1b}[31mx\u{1b}[0m")
    #expect(Ink(hasColor: true)(.bad, "") == "")
  }
}
