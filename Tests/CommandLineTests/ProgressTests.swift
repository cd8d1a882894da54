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
          return screen.contains("s left")
        })
      #expect(screen.contains("cadre: forecasting series: "))
      launch.send(2)
      let outcome = try launch.finish()
      #expect(outcome.status == 130)
      #expect(outcome.output.isEmpty)
    }

    /// Hundreds of teams take many seconds, unless a signal ends the search.
    @Test func aPlanStopsAtOnce() throws {
      let binary = try Binary()
      var model = "cadre: 1\nstart: 2027-01\ndrivers: {orders: {growth: 40 %}}\nteams:\n"
      for team in 0..<400 { model += "  t\(team): {people: {mid: 3, senior: 1}}\n" }
      model += "services:\n"
      for team in 0..<400 {
        model += "  s\(team): {owner: t\(team), tier: 1, traffic: {orders: 1}}\n"
      }
      try binary.folder.write(model, to: "m.yaml")
      let launch = try binary.start(["plan", "m.yaml", "-o", "p.txt"], errors: .terminal)
      var screen = ""
      #expect(
        try launch.wait {
          screen += try launch.shown()
          return screen.contains("runs so far")
        })
      let start = ContinuousClock.now
      launch.send(2)
      #expect(
        try launch.wait {
          screen += try launch.shown()
          return screen.contains("cadre: stopped; nothing was written")
        })
      #expect(try launch.finish().status == 130)
      #expect(ContinuousClock.now - start < .seconds(5))
      #expect(try binary.folder.names == ["m.yaml"])
    }
  #endif

  @Test func progressCanBeLeftOut() throws {
    let binary = try Binary()
    for choice in ["auto", "plain", "none"] {
      let outcome = try binary.run("plan", Shipped.model("small"), "--progress", choice)
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty)
    }
    #expect(try binary.run("plan", Shipped.model("small"), "--progress", "often").status == 64)
  }
}
