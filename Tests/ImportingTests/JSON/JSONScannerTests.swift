import Testing

@testable import Importing

@Suite struct JSONScannerTests {
  /// The members of an object as texts, for tests.
  private func pairs(_ text: String) throws(JSONFault) -> [String] {
    var scanner = JSONScanner(Array(text.utf8))
    var found: [String] = []
    try scanner.members { (scanner, key) throws(JSONFault) in
      switch try scanner.kind() {
      case .string: found.append("\(key)=\(try scanner.string())")
      case .number: found.append("\(key)=\(try scanner.number())")
      default:
        try scanner.skip()
        found.append(key)
      }
    }
    try scanner.finish()
    return found
  }

  @Test func valuesAreRead() throws {
    let text = """
      \u{feff}{"a": "x\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00 日", "b" : -1.5e3,
       "c": [1, {"d": null}, true, false, []], "": {}}
      """
    #expect(
      try pairs(text) == ["a=x\"\\/\u{8}\u{c}\n\r\té😀 日", "b=-1500.0", "c", ""])
  }

  @Test(arguments: [
    "", " ", "{", "[1]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":1 \"b\":2}", "{\"a\":tru}",
    "{\"a\":\"x}", "{\"a\":\"\n\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}", "{\"a\":1}x", "{a:1}",
    "{\"a\":1e999}", "{\"a\":--1}", "{\"a\":NaN}", "nul",
  ])
  func whatIsNoJSONIsRefused(text: String) {
    #expect(throws: JSONFault.self) { try pairs(text) }
  }

  @Test func deepNestingEnds() {
    let deep = "{\"a\":" + String(repeating: "[", count: 100_000)
    #expect(throws: JSONFault.self) { try pairs(deep) }
  }
}
