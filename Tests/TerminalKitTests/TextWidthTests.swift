import CTerminal
import Testing

@testable import TerminalKit

@Suite struct TextWidthTests {
  @Test func everyScalarIsAsWideAsNcursesLaysItOut() {
    var wrong = [UInt32]()
    for value in UInt32(0)...0x10_ffff {
      guard let scalar = Unicode.Scalar(value) else { continue }
      if TextWidth.of(scalar) != Int(ct_width(value)) { wrong.append(value) }
    }
    #expect(wrong.isEmpty)
  }

  @Test(arguments: [
    ("plain", 5), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("⣿", 1), ("█", 1), ("😀", 2), ("…", 1),
    // Joined emoji and skin tones are wider in one terminal than in the other.
    ("👨‍👩‍👧", 1), ("👍🏽", 1), ("🇩🇪", 2), ("\u{1b}", 0),
  ])
  func widthsAreThoseOfTheScreen(text: String, width: Int) {
    #expect(TextWidth.of(text) == width)
  }

  @Test func whatTerminalsDisagreeAboutIsReplaced() {
    #expect(TextWidth.shown("👨‍👩‍👧") == "\u{fffd}")
    #expect(TextWidth.shown("\u{301}") == "\u{fffd}")
    #expect(TextWidth.shown("漢") == "漢")
  }

  @Test(arguments: 0...12)
  func clippedTextNeverTakesMoreColumns(width: Int) {
    for text in ["headcount", "漢字漢字漢字", "aé漢👍🏽b", ""] {
      let clipped = TextWidth.clipped(text, to: width, ellipsis: "…")
      #expect(TextWidth.of(clipped) <= width)
      if TextWidth.of(text) <= width { #expect(clipped == text) }
    }
  }
}

@Suite struct GlyphSetTests {
  @Test func theLocaleAndTheTerminalDecide() {
    #expect(GlyphSet.fitting(wish: nil, isUTF8: true, terminal: "xterm-256color") == .braille)
    #expect(GlyphSet.fitting(wish: .blocks, isUTF8: true, terminal: "xterm") == .blocks)
    #expect(GlyphSet.fitting(wish: nil, isUTF8: true, terminal: "linux") == .ascii)
    #expect(GlyphSet.fitting(wish: .braille, isUTF8: false, terminal: "xterm") == .ascii)
  }

  @Test(arguments: GlyphSet.allCases)
  func everyGlyphTakesOneCell(glyphs: GlyphSet) {
    let characters =
      glyphs.levels + glyphs.shades + glyphs.corners + glyphs.spinner + [
        glyphs.ellipsis, glyphs.horizontal, glyphs.vertical, glyphs.point, glyphs.middle,
        glyphs.band, glyphs.summit, glyphs.missing,
      ]
      + [glyphs.cursor, glyphs.marked, glyphs.up, glyphs.down, glyphs.good, glyphs.bad]
      .compactMap(\.first)
    for character in characters { #expect(TextWidth.of(character) == 1) }
    if glyphs == .ascii { #expect(!characters.contains { !$0.isASCII }) }
  }

  @Test func aLineOfDotsRunsFromOneSideToTheOther() {
    for glyphs in GlyphSet.allCases {
      var surface = Surface(width: 8, height: 4)
      var canvas = DotCanvas(width: 8, height: 4)
      canvas.line([0, 0.3, 0.6, 1], over: 0..<8)
      canvas.draw(on: &surface, in: surface.area, .median, glyphs: glyphs)
      for x in 0..<8 {
        #expect((0..<4).contains { surface[x, $0].role == .median })
      }
    }
  }
}

@Suite struct ThemeTests {
  @Test func noThemeForcesABackground() {
    for theme in Theme.allCases {
      for role in Role.allCases {
        for colours in [0, 8, 16, 256] {
          #expect(theme.look(role, colours: colours).background == -1)
        }
      }
    }
  }

  @Test func withFewColoursOnlyThoseAreUsed() {
    for theme in Theme.allCases {
      for role in Role.allCases {
        #expect(theme.look(role, colours: 8).foreground < 8)
        #expect(theme.look(role, colours: 0).foreground == -1)
      }
    }
  }

  @Test func theDefaultUsesNoDarkBlue() {
    for role in Role.allCases {
      #expect(
        ![4, 17, 18, 19, 20, 21].contains(Theme.standard.look(role, colours: 256).foreground))
    }
  }
}

@Suite struct ClipboardTests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"),
  ])
  func base64IsThatOfTheStandard(text: String, encoded: String) {
    #expect(Clipboard.base64(Array(text.utf8)) == encoded)
  }

  @Test func tmuxIsToldToPassItOn() {
    let sequences = Clipboard.sequences("foo", isInsideTmux: true)
    #expect(sequences.first == "\u{1b}]52;c;Zm9v\u{7}")
    #expect(sequences.last == "\u{1b}Ptmux;\u{1b}\u{1b}]52;c;Zm9v\u{7}\u{1b}\\")
  }
}
