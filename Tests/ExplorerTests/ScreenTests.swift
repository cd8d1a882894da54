import Testing

@testable import Explorer
@testable import TerminalKit

/// Every screen as it was recorded, in three sizes.
@Suite struct ScreenTests {
  static let sizes = [(80, 24), (120, 40), (200, 60)]

  /// Names of screens with the keys that lead there.
  static let scripts: [(name: String, keys: [Key])] = [
    ("overview", []),
    ("teams", [.character("2")]),
    ("heat-map", [.character("2"), .character("t")]),
    ("team", [.character("2"), .down, .enter]),
    ("traffic", [.character("3")]),
    ("plan", [.character("4")]),
    ("plan-played", [.character("4"), .character("p")]),
    ("why", [.character("5")]),
    ("scenarios", [.character("6")]),
    ("levers", [.tab, .down, .right, .right]),
    ("help", [.character("?")]),
    ("palette", [.character(":"), .character("s")]),
  ]

  @Test(arguments: scripts.map(\.name))
  func screensAreAsRecorded(name: String) throws {
    let opened = try Opened.refined("storefront")
    for (width, height) in Self.sizes {
      var explorer = opened
      explorer.resize(width: width, height: height)
      explorer.press(Self.scripts.first { $0.name == name }?.keys ?? [])
      try SurfaceGolden.expect(
        explorer.render(width: width, height: height, glyphs: .braille),
        is: "storefront-\(name)-\(width)x\(height)")
    }
  }

  @Test(arguments: ["overview", "teams", "traffic", "why"])
  func smallModelsAreAsRecordedInASCII(name: String) throws {
    var explorer = try Opened.refined("small")
    explorer.resize(width: 80, height: 24)
    explorer.press(Self.scripts.first { $0.name == name }?.keys ?? [])
    let surface = explorer.render(width: 80, height: 24, glyphs: .ascii)
    #expect(surface.text.utf8.allSatisfy { $0 < 0x80 })
    try SurfaceGolden.expect(surface, is: "small-\(name)-ascii-80x24")
  }

  @Test(arguments: scripts.map(\.name))
  func everySizeCanBeDrawn(name: String) throws {
    var explorer = try Opened.refined("small")
    explorer.press(Self.scripts.first { $0.name == name }?.keys ?? [])
    for width in stride(from: 0, through: 210, by: 7) {
      for height in stride(from: 0, through: 62, by: 3) {
        explorer.resize(width: width, height: height)
        let surface = explorer.render(width: width, height: height, glyphs: .braille)
        #expect(surface.width == width && surface.height == height)
      }
    }
  }

  @Test func belowTheLeastSizeASentenceSaysSo() throws {
    let explorer = try Opened.refined("small")
    let text = explorer.render(width: 50, height: 10, glyphs: .ascii).text
    #expect(text.contains("needs 60x15"))
    #expect(text.contains("q quits"))
  }
}
