import Testing

@testable import TerminalKit

@Suite struct SurfaceTests {
  @Test func textIsClippedToItsArea() {
    var surface = Surface(width: 10, height: 2)
    let area = Area(x: 2, y: 0, width: 4, height: 1)
    surface.write("abcdefgh", in: area, .good)
    #expect(surface.text == "  abcd\n\n")
    #expect(surface.roles == "  gggg\n\n")
  }

  @Test func aWideCharacterIsNeverCutInHalf() {
    var surface = Surface(width: 5, height: 1)
    surface.write("漢字漢", in: surface.area)
    #expect(surface.text == "漢字\n")
    surface.write("x", in: surface.area, column: 1)
    #expect(surface.text == " x字\n")
    surface.write("y", in: surface.area, column: 2)
    #expect(surface.text == " xy\n")
  }

  @Test(arguments: ["\u{1b}[31m", "a\u{7}b", "\u{9b}2J", "tab\there", "\u{0}"])
  func controlCharactersNeverReachACell(text: String) {
    var surface = Surface(width: 12, height: 1)
    surface.write(text, in: surface.area)
    for x in 0..<surface.width {
      for scalar in surface[x, 0].character.unicodeScalars {
        #expect(scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value))
      }
    }
  }

  @Test func writingOutsideDoesNothing() {
    var surface = Surface(width: 3, height: 3)
    for row in [-5, -1, 3, 99] { surface.write("abc", in: surface.area, row: row) }
    surface.write("abc", in: surface.area, column: -2)
    surface.write("abc", in: Area(x: 90, y: 90, width: 5, height: 5))
    surface.fill(Area(x: -4, y: -4, width: 100, height: 5), .bad)
    #expect(surface.text == "c\n\n\n")
    var nothing = Surface(width: -1, height: 0)
    nothing.write("abc", in: nothing.area)
    #expect(nothing.text.isEmpty)
  }

  @Test func theTextThatDoesNotFitEndsInAnEllipsis() {
    var surface = Surface(width: 6, height: 1)
    surface.write("abcdefgh", in: surface.area, ellipsis: "…")
    #expect(surface.text == "abcde…\n")
  }

  @Test func areasGiveAwayNoMoreThanTheyHave() {
    var area = Area(x: 0, y: 0, width: 10, height: 4)
    let top = area.takeTop(9)
    #expect(top.height == 4 && area.isEmpty)
    var other = Area(x: 0, y: 0, width: 10, height: 4)
    #expect(other.takeRight(3) == Area(x: 7, y: 0, width: 3, height: 4))
    #expect(other.takeLeft(99).width == 7)
    #expect(other.isEmpty)
  }
}

@Suite struct RoleTests {
  @Test func noTwoRolesHaveOneLetter() {
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
  }

  @Test func heatRisesInFiveSteps() {
    #expect([0, 0.1, 0.3, 0.6, 1, 7, .nan].map(Role.heatStep) == [0, 1, 2, 3, 4, 4, 0])
  }
}
