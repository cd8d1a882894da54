import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite struct StreamTests {
  @Test func resultsGoToStandardOutputOnly() throws {
    let outcome = try Binary().run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output == "cadre 0.1.0\n")
    #expect(outcome.errors.isEmpty)
  }

  #if os(Linux)
    @Test func aFullDiskIsReported() throws {
      let outcome = try Binary().run("assumptions", output: .file("/dev/full"))
      #expect(outcome.status == 74)
      #expect(outcome.errors == "cadre: cannot write to standard output: no space left on device\n")
    }

    @Test func aFullDeviceBehindOutputIsReportedAndKept() throws {
      let outcome = try Binary().run("schema", "-o", "/dev/full")
      #expect(outcome.status == 74)
      #expect(outcome.errors.contains("/dev/full: no space left on device"))
    }
  #endif

  @Test func aClosedPipeEndsQuietly() throws {
    let outcome = try Binary().run("assumptions", output: .closedPipe)
    #expect(outcome.status == 141)
    #expect(outcome.errors.isEmpty)
  }

  @Test func helpIntoAClosedPipeEndsQuietly() throws {
    let outcome = try Binary().run("--help", output: .closedPipe)
    #expect(outcome.status == 141)
    #expect(outcome.errors.isEmpty)
  }

  #if os(Linux)
    private static let waiting = [
      ["check", "-"], ["plan", "-"], ["forecast", "-"], ["assumptions", "-"],
      ["forecast", "--series", "-", "--horizon", "3"],
    ]

    @Test(arguments: waiting)
    func aTerminalOnStandardInputIsNotWaitedFor(arguments: [String]) throws {
      let outcome = try Binary().run(arguments, input: .terminal)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("standard input is a terminal"))
    }

    /// A pipe that stays silent keeps the program waiting until the signal arrives.
    @Test(arguments: [Int32(2), 15], waiting)
    func signalsStopWithTheirOwnStatus(signal: Int32, arguments: [String]) throws {
      let launch = try Binary().start(arguments, input: .silence)
      let outcome = try stop(launch, with: signal)
      #expect(outcome.status == 128 + signal)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("cadre: stopping"))
    }

    /// Hundreds of long forecasts take many seconds, unless a signal ends them.
    @Test func workInHandStopsSoon() throws {
      let binary = try Binary()
      let days = (10..<31).map { "2026-01-\($0),\($0 * $0 % 17)" }
      let rows = (0..<600).map { series in days.map { "s\(series),\($0)\n" }.joined() }
      try binary.folder.write("series,time,value\n" + rows.joined(), to: "s.csv")
      let launch = try binary.start(
        ["forecast", "--series", "s.csv", "--horizon", "10000", "-o", "f.csv", "--format", "csv"],
        input: .nothing)
      let start = ContinuousClock.now
      // Further threads show that the work has begun; a machine of one core has none.
      while try launch.threads < 2, ContinuousClock.now - start < .seconds(2) { sched_yield() }
      let outcome = try stop(launch, with: 2)
      #expect(outcome.status == 130)
      #expect(try binary.folder.names == ["s.csv"], "neither a result nor a temporary file")
    }

    /// Somebody who does not read keeps the program from ending; only a second signal helps.
    @Test func aSecondSignalLeavesAtOnce() throws {
      let binary = try Binary()
      try binary.folder.write("series,time,value\na,2026-01-01,1\na,2026-01-02,2\n", to: "s.csv")
      let launch = try binary.start(
        ["forecast", "--series", "s.csv", "--horizon", "10000", "--format", "csv"],
        output: .neglectedPipe)
      #expect(try launch.wait { try launch.hasFilledPipe() })
      launch.send(2)
      #expect(try launch.wait { try launch.shown().contains("once more leaves at once") })
      launch.send(2)
      let outcome = try launch.finish()
      #expect(outcome.status == 130)
      #expect(!outcome.errors.contains("nothing was written"))
    }

    private func stop(_ launch: Launch, with signal: Int32) throws -> Binary.Outcome {
      let deadline = ContinuousClock.now + .seconds(20)
      while try !launch.handles(signal), ContinuousClock.now < deadline { sched_yield() }
      launch.send(signal)
      return try launch.finish()
    }
  #endif
}
