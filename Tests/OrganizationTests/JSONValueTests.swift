import Organization
import Testing

@Suite struct JSONValueTests {
  @Test func keysAreWrittenInByteOrder() {
    let value: JSONValue = ["b": 1, "a": [true, nil ?? .null], "B": "x", "é": [:]]
    #expect(value.compactText == #"{"B":"x","a":[true,null],"b":1,"é":{}}"#)
  }

  @Test func prettyTextIndentsByTwoAndEndsWithANewline() {
    let value: JSONValue = ["list": [1, "two"], "lists": [[1], []], "none": [], "nothing": [:]]
    let text = """
      {
        "list": [1, "two"],
        "lists": [
          [1],
          []
        ],
        "none": [],
        "nothing": {}
      }

      """
    #expect(value.prettyText == text)
  }

  @Test(arguments: [
    (0.1, "0.1"), (1.0, "1"), (-2.5, "-2.5"), (1e-7, "1e-07"), (1e300, "1e+300"),
    (0.30000000000000004, "0.30000000000000004"), (.nan, "null"), (.infinity, "null"),
  ])
  func numbersAreTheShortestThatReadBack(number: Double, text: String) {
    #expect(JSONValue.number(number).compactText == text)
    if number.isFinite { #expect(Double(text) == number) }
  }

  @Test func stringsAreEscaped() {
    let value = JSONValue.string("\"\\\n\t\r\u{1}\u{1b}\u{7f}\u{9b}/ü😀")
    #expect(value.compactText == #""\"\\\n\t\r\u0001\u001b\u007f\u009b/ü😀""#)
  }
}
