import DelimitedText
import Testing

@Suite struct NumberTextTests {
  @Test(arguments: [
    "0", "-0", "1", "12.5", ".5", "5.", "+3", "-7.25", "1e3", "1E-3", "123456789012345678901",
    "0.1", "2.2250738585072014e-308", "1.7976931348623157e308", "9007199254740993",
    "3.141592653589793238462643", "4.35", "0.000001", "1e22", "1e23", "8.5e-22",
  ])
  func agreesWithTheStandardLibrary(text: String) throws {
    let expected = try #require(Double(text == ".5" ? "0.5" : text == "5." ? "5" : text))
    #expect(NumberText.double(Array(text.utf8)[...]) == expected)
  }

  @Test func ignoresSpacesAround() {
    #expect(NumberText.double(Array(" 12\t".utf8)[...]) == 12)
  }

  @Test(arguments: [
    "", " ", "-", ".", "1.2.3", "1e", "1e+", "nan", "inf", "0x10", "1,5", "1 2", "1e999",
  ])
  func refusesWhatIsNoNumber(text: String) {
    #expect(NumberText.double(Array(text.utf8)[...]) == nil)
  }
}
