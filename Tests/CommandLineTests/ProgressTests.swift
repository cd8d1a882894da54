import Synchronization
import Testing

@testable import cadre

/// Collects what a meter writes while the test sets the clock.
private final class Screen: Sendable {
  let text = Mutex("")
  let time = Mutex(Duration.zero)

  func meter(_ style: ProgressMeter.Style) -> ProgressMeter {
    ProgressMeter(
      style, elapsed: { self.time.withLock { $0 } },
      write: { more in self.text.withLock { $0 += more } })
  }

  /// What is written when the meter is asked every 50 ms for so long.
  func after(_ seconds: Int, _ style: ProgressMeter.Style) -> String {
    let meter = meter(style)
    for step in 0...(seconds * 20) {
      time.withLock { $0 = .milliseconds(50 * step) }
      meter.show("step")
    }
    return text.withLock { $0 }
  }
}

@Suite struct ProgressTests {
  @Test func plainProgressIsALineEveryTenSeconds() {
    #expect(Screen().after(9, .plain) == "")
    #expect(Screen().after(39, .plain) == "cadre: step\ncadre: step\ncadre: step\n")
  }

  @Test func aTerminalSeesNothingOfShortWork() {
    #expect(Screen().after(0, .line(width: 80)) == "")
    #expect(Screen().after(1, .line(width: 80)).hasPrefix("\rcadre: step\u{1b}[K"))
    #expect(Screen().after(60, .none) == "")
  }

  @Test func aLineFitsAndIsTakenAway() {
    let screen = Screen()
    let meter = screen.meter(.line(width: 12))
    screen.time.withLock { $0 = .seconds(1) }
    meter.show("much to be said")
    meter.finish()
    #expect(screen.text.withLock { $0 } == "\rcadre: much\u{1b}[K\r\u{1b}[K")
  }

  @Test func theRestIsEstimated() {
    #expect(
      ProgressMeter.text(done: 1000, of: 5000, "forecasting series", elapsed: .seconds(3))
        == "forecasting series: 1,000 of 5,000, about 12 s left")
    #expect(
      ProgressMeter.text(done: 7, of: 7, "judging", elapsed: .seconds(3)) == "judging: 7 of 7")
  }

  #if os(Linux)
    private func manySeries() throws -> Binary {
      let binary = try Binary()
      let days = (10..<31).map { "2026-01-\($0),\($0 * $0 % 17)" }
      let rows = (0..<600).map { series in days.map { "s\(series),\($0)\n" }.joined() }
      try binary.folder.write("series,time,value\n" + rows.joined(), to: "s.csv")
      return binary
    }

    private static let longWork = [
      "forecast", "--series", "s.csv", "--horizon", "10000", "--format", "csv",
    ]

    @Test func longWorkIsCountedOnATerminal() throws {
      let launch = try manySeries().start(Self.longWork, errors: .terminal)
      var screen = ""
      #expect(
        try launch.wait {
          screen += try launch.shown()
          return screen.contains("s left") && screen.contains("cadre: forecasting series: ")
        })
      launch.send(2)
      let outcome = try launch.finish()
      #expect(outcome.status == 130)
      #expect(outcome.output.isEmpty)
    }

    /// So many teams that planning takes many seconds, unless a signal ends the search.
    private func manyTeams() throws -> Binary {
      let binary = try Binary()
      var model = "cadre: 1\nstart: 2027-01\ndrivers: {orders: {growth: 40 %}}\nteams:\n"
      for team in 0..<300 { model += "  t\(team): {people: {mid: 3, senior: 1}}\n" }
      model += "services:\n"
      for team in 0..<300 {
        model += "  s\(team): {owner: t\(team), tier: 1, traffic: {orders: 1}}\n"
      }
      model += "partners: {p: {kind: nearshore, seats: 400, rate: {mid: 90 EUR per hour}}}\n"
      try binary.folder.write(model, to: "m.yaml")
      return binary
    }

    /// Sends `signal` once the terminal shows `words`, and returns what came of it.
    private func stopping(_ launch: Launch, at words: String, by signal: Int32) throws
      -> Binary.Outcome
    {
      var screen = ""
      #expect(
        try launch.wait {
          screen += try launch.shown()
          return screen.contains(words)
        }, "the screen showed \(screen.suffix(200))")
      launch.send(signal)
      return try launch.finish()
    }

    @Test func aPlanThatIsStoppedEarlyWritesNothing() throws {
      let binary = try manyTeams()
      let launch = try binary.start(
        ["plan", "m.yaml", "--quick", "-o", "p.txt"], errors: .terminal)
      let outcome = try stopping(launch, at: "(strategy 2 of 4)", by: 2)
      #expect(outcome.status == 130)
      #expect(try binary.folder.names == ["m.yaml"])
    }

    @Test(arguments: [(signal: Int32(2), status: Int32(130)), (15, 143)])
    func aPlanThatIsStoppedLaterIsPartial(signal: Int32, status: Int32) throws {
      let binary = try manyTeams()
      let launch = try binary.start(
        ["plan", "m.yaml", "--quick", "--format", "json", "-o", "p.json"], errors: .terminal)
      let outcome = try stopping(launch, at: "s left", by: signal)
      #expect(outcome.status == status)
      let document = try binary.folder.text(of: "p.json")
      #expect(document.contains("\"stoppedWhile\": \"comparing\""))
    }
  #endif

  @Test func progressCanBeLeftOut() throws {
    let binary = try Binary()
    for choice in ["auto", "plain", "none"] {
      let outcome = try binary.run("plan", Shipped.model("small"), "--quick", "--progress", choice)
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty)
    }
    #expect(
      try binary.run("plan", Shipped.model("small"), "--quick", "--progress", "often").status == 64)
  }
}
