import DelimitedText
import Testing

@Suite struct DelimitedWriterTests {
  private func written(_ row: [DelimitedWriter.Cell]) -> String {
    var writer = DelimitedWriter()
    writer.write(row)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func rowsEndInCarriageReturnAndLineFeed() {
    #expect(written([.text("a"), .integer(3), .number(2.5), .empty]) == "a,3,2.5,\r\n")
  }

  @Test func numbersReadBackAsTheyWere() {
    #expect(
      written([.number(4), .number(0.1), .number(.nan), .number(1e300)]) == "4,0.1,,1e+300\r\n")
  }

  @Test(arguments: ["=1+1", "+cmd", "-x", "@a", "\tx"])
  func textThatASpreadsheetWouldRunGetsAnApostrophe(text: String) {
    #expect(written([.text(text)]) == "'\(text)\r\n")
  }

  @Test(arguments: ["-1", "+2.5", "-3e4", "a=b"])
  func numbersAndOrdinaryTextStayAsTheyAre(text: String) {
    #expect(written([.text(text)]) == "\(text)\r\n")
  }

  @Test func aRowOfOneEmptyCellIsNotAnEmptyLine() {
    #expect(written([.empty]) == "\"\"\r\n")
  }
}
