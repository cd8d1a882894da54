import CadreTestSupport
import Organization
import Testing

@Suite struct PlannedWorkDecodingTests {
  @Test func workArrives() throws {
    let model = try load(
      minimal(
        """
        work:
          load-tests: {kind: recurring, teams: [web, web], hours: 24 hours per month}
          move:
            kind: one-off
            teams: [web]
            hours: {low: 300 hours, likely: 400 hours, high: 700 hours}
            from: 2027-03
            to: 2027-06
        """))
    #expect(model.work.map(\.id) == ["load-tests", "move"])
    #expect(model.work[0].teams == [0])
    #expect(model.work[0].hoursPerMonth == 24)
    #expect(model.work[0].months == nil)
    #expect(model.work[1].months == 4)
    #expect(abs(model.work[1].hoursPerMonth * 4 - model.work[1].hours.mean) < 1e-9)
    #expect(model.estimates.contains { $0.place == .work(1) })
  }

  @Test func freezesArrive() throws {
    let model = try load(
      minimal(
        "events: {sale: {kind: campaign, month: 2027-11, days: 5, mean: 1, peak: 2, "
          + "freeze: 2 weeks}}"))
    #expect(model.events[0].freezeDays.mean == 14)
  }

  @Test(arguments: [
    ("{kind: recurring, teams: [web]}", "'hours'"),
    ("{kind: one-off, teams: [web], hours: 4 hours, to: 2027-05}", "'from'"),
    ("{kind: one-off, teams: [web], hours: 4 hours, from: 2027-05}", "'to'"),
    (
      "{kind: recurring, teams: [web], hours: 4 hours per month, from: 2027-05, to: 2027-04}",
      "2027-04"
    ),
    ("{kind: recurring, teams: [wep], hours: 4 hours per month}", "'wep'"),
    ("{kind: recurring, hours: 4 hours per month}", "'teams'"),
    ("{kind: recurring, teams: [], hours: 4 hours per month}", "'teams'"),
    ("{kind: recurring, teams: [web], hours: 4 hours}", "4 hours"),
  ])
  func mistakesAreNamed(work: String, word: String) {
    let found = check(minimal("work: {load-tests: \(work)}"))
    #expect(found.count == 1)
    #expect(found.first?.problem.message.contains(word) == true, "\(found.map(\.problem.message))")
  }
}

extension PlannedWork.Hours {
  fileprivate var mean: Double {
    switch self {
    case .monthly(let hours), .inAll(let hours): hours.mean
    }
  }
}
