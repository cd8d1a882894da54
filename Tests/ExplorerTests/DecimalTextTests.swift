import Testing

@testable import Explorer

@Suite struct DecimalTextTests {
  @Test(arguments: [
    (0.0, "0"), (60.0, "60"), (0.07 * 100, "7"), (-2.5, "-2.5"), (1234567.0, "1234567"),
    (0.000001, "0.000001"), (0.1 + 0.2, "0.3"), (97000.4, "97000.4"), (.infinity, "0"),
    (-0.0000001, "0"),
  ])
  func numbersAreWrittenShort(value: Double, text: String) {
    #expect(DecimalText.text(value) == text)
  }
}
