import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The explorer in a terminal, as a user has it.
@Suite(.serialized) struct ExploreTerminalTests {
  private static let small = Shipped.model("small")

  private func start(
    _ options: String..., size: (width: Int, height: Int) = (100, 30),
    variables: [String: String] = [:]
  ) throws -> TmuxScreen {
    let screen = try TmuxScreen(
      ["explore", Self.small] + options, size: size, variables: variables)
    #expect(try screen.shows("Recommendation"))
    return screen
  }

  private func hasLeft(_ screen: TmuxScreen, _ status: Int) throws -> Bool {
    let shown = try screen.shows("left \(status)")
    return try shown && screen.isRestored
  }

  @Test func itStartsAndLeavesTheTerminalAsItWas() throws {
    let screen = try start()
    #expect(try screen.value("#{alternate_on} #{mouse_any_flag}") == "1 1")
    try screen.press("2")
    #expect(try screen.shows("breaks from"))
    try screen.press("q")
    #expect(try hasLeft(screen, 0))
  }

  @Test func aLeverMovesWhatIsShown() throws {
    let screen = try start()
    try screen.press("Tab")
    #expect(try screen.shows("in the model"))
    try screen.press("Right")
    #expect(try screen.shows("1 changed"))
    try screen.press("Escape", "u")
    #expect(try screen.wait { try !screen.text.contains("base*") })
    try screen.press("q")
    #expect(try hasLeft(screen, 0))
  }

  @Test(arguments: [(Int32(2), 130), (15, 143), (1, 129)])
  func signalsEndItAndRestoreTheTerminal(signal: Int32, status: Int) throws {
    let screen = try start()
    try screen.send(signal)
    #expect(try hasLeft(screen, status))
  }

  @Test func ctrlCEndsIt() throws {
    let screen = try start()
    try screen.press("C-c")
    #expect(try hasLeft(screen, 130))
  }

  @Test(arguments: [(Int32(11), 139), (6, 134)])
  func aCrashRestoresTheTerminal(signal: Int32, status: Int) throws {
    let screen = try start()
    try screen.send(signal)
    #expect(try hasLeft(screen, status))
  }

  @Test func itFollowsTheSizeOfTheTerminal() throws {
    let screen = try start()
    try screen.tmux("resize-window", "-x", "50", "-y", "12")
    #expect(try screen.shows("needs 60x15"))
    try screen.tmux("resize-window", "-x", "140", "-y", "40")
    #expect(try screen.shows("Levers"))
    for step in 0..<30 {
      try screen.tmux(
        "resize-window", "-x", "\(60 + step * 3)", "-y", "\(15 + step)")
    }
    try screen.tmux("resize-window", "-x", "80", "-y", "24")
    #expect(
      try screen.wait {
        let lines = try screen.text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.prefix(24).last?.contains("? help") == true
      })
    try screen.press("q")
    #expect(try hasLeft(screen, 0))
  }

  @Test func itCanBeSuspendedAndGoesOn() throws {
    let screen = try start()
    try screen.press("C-z")
    #expect(try screen.shows("suspended"))
    #expect(try screen.isRestored)
    try screen.press("Enter")
    #expect(try screen.wait { try screen.value("#{alternate_on} #{mouse_any_flag}") == "1 1" })
    try screen.press("2")
    #expect(try screen.shows("breaks from"))
    try screen.press("q")
    #expect(try hasLeft(screen, 0))
  }

  @Test func anOldTerminalWithoutUnicodeGetsASCII() throws {
    let screen = try start(variables: ["LC_ALL": "C", "TERM": "vt100", "NO_COLOR": "1"])
    try screen.press("2")
    #expect(try screen.shows("breaks from"))
    #expect(try screen.text.utf8.allSatisfy { $0 < 0x80 })
    try screen.press("q")
    #expect(try screen.shows("left 0"))
  }

  /// A press and a release at column 14, row 2, as terminals of each kind tell of them.
  @Test(arguments: [
    ("xterm-256color", "\u{1b}[<0;14;2M\u{1b}[<0;14;2m"),
    ("screen", "\u{1b}[M .\"\u{1b}[M#.\""),
  ])
  func tabsCanBeClicked(terminal: String, click: String) throws {
    let screen = try start(variables: ["TERM": terminal])
    try screen.type(click)
    #expect(try screen.shows("breaks from"))
    try screen.press("q")
    #expect(try hasLeft(screen, 0))
  }

  @Test func theMouseCanBeLeftToTheTerminal() throws {
    let screen = try start("--no-mouse")
    #expect(try screen.value("#{mouse_any_flag}") == "0")
    try screen.press("q")
    #expect(try hasLeft(screen, 0))
  }

  @Test func thousandsOfKeysDoItNoHarm() throws {
    let screen = try start()
    var state: UInt64 = 7
    let keys = Array("123456jkhlgGstuUpbavfxm[]yc/?:oe\t 5.\u{1b}")
    for _ in 0..<40 {
      var text = ""
      for _ in 0..<100 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(keys[Int(state >> 33) % keys.count])
      }
      try screen.type(text)
    }
    #expect(try screen.process != nil)
    try screen.tmux("resize-window", "-x", "90", "-y", "28")
    #expect(
      try screen.wait {
        try screen.press("Escape")
        return try screen.text.contains("? help")
      })
    #expect(try !screen.whole.contains("left"))
  }

  // MARK: No terminal

  @Test func aPipeGetsOneSentence() throws {
    let outcome = try Binary().run("explore", Self.small)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("cadre: the explorer needs a terminal"))
  }

  @Test(arguments: ["dumb", "no-such-terminal"])
  func aTerminalWithoutACursorGetsOneSentence(name: String) throws {
    let screen = try TmuxScreen(["explore", Self.small], variables: ["TERM": name])
    #expect(try screen.shows("left 64"))
    #expect(try screen.whole.contains("cannot place a cursor"))
  }

  @Test func aBrokenModelIsToldBeforeTheScreenIsTaken() throws {
    let screen = try TmuxScreen(["explore", Self.small, "--set", "hiring.acceptanc=5"])
    #expect(try screen.shows("left 65"))
    #expect(try screen.whole.contains("acceptanc"))
  }
}
