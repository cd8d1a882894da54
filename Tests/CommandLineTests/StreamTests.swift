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
    @Test func aTerminalOnStandardInputIsNotWaitedFor() throws {
      let outcome = try Binary().run("check", "-", input: .terminal)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("standard input is a terminal"))
    }

    /// A pipe that stays silent keeps the program waiting until the signal arrives.
    @Test(arguments: [(Int32(2), Int32(130)), (15, 143)])
    func signalsStopWithTheirOwnStatus(signal: Int32, status: Int32) throws {
      let launch = try Binary().start("check", "-", input: .silence)
      let deadline = ContinuousClock.now + .seconds(20)
      while try !launch.handles(signal), ContinuousClock.now < deadline { sched_yield() }
      launch.send(signal)
      let outcome = try launch.finish()
      #expect(outcome.status == status)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("cadre: stopping"))
    }
  #endif
}
