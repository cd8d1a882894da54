import CadreTestSupport
import Organization
import Testing

@testable import Importing

@Suite struct OnCallStudyTests {
  private static let start = OnCallExample.instant("2025-12-01T00:00:00Z")

  private static func position(_ line: Int) -> SourcePosition {
    SourcePosition(file: "a", line: line, column: 1)
  }

  /// A book with `people` in rota, by weeks, with a secondary, and pages at some instants.
  private static func records(
    people: Int, weeks: Int, layers: Int, pages: [Instant], map: String = ""
  ) throws -> OnCallRecords {
    let wishes = map.isEmpty ? ImportMap() : try ImportMap(Array(map.utf8), file: "map.yaml")
    var book = OnCallBook(
      .pagerduty, map: wishes,
      asked: OnCallSpan(since: start, until: start + weeks * Instant.secondsPerWeek),
      now: OnCallExample.now)
    for week in 0..<weeks {
      for layer in 1...layers {
        let found = book.person(id: "\((week + layer) % people)")
        let person = try #require(found)
        let from = start + week * Instant.secondsPerWeek
        book.add(
          OnCallShift(
            person, layer: layer, rota: "shop", from: from, to: from + Instant.secondsPerWeek,
            at: position(week + 1)))
      }
    }
    for (number, opened) in pages.enumerated() {
      book.add(
        ReceivedPage(
          id: "\(number)", source: .pagerduty, service: "orders", team: "shop", opened: opened,
          at: position(number + 1)))
    }
    book.finish()
    return OnCallRecords(book)
  }

  /// Six people, primary and secondary, week by week, seven pages a week, a quarter of them at night:
  /// shares and hours are rota arithmetic, the flags are those of the published limits.
  @Test func sixPeopleInTwoLayersPassTheLimitsThatTheyMustPass() throws {
    let weeks = 48
    let pages = (0..<weeks * 7).map { day in
      Self.start + day * Instant.secondsPerDay
        + (day % 4 == 0 ? 3 : 12) * Instant.secondsPerHour
    }
    let study = OnCallStudy(
      try Self.records(people: 6, weeks: weeks, layers: 2, pages: pages, map: "zone: UTC"))
    let team = try #require(study.teams.first)
    let rota = try #require(team.rota)
    let duty = try #require(rota.pages)
    #expect(team.people == 6)
    #expect(rota.layers == 2)
    #expect(rota.shiftHours == 168)
    #expect(abs(rota.share.mean - 1.0 / 3) < 1e-12)
    #expect(abs(rota.nightsPerWeek.mean - 7.0 / 3) < 1e-12)
    #expect(abs(duty.perShift12 - 0.5) < 1e-12)
    #expect(abs(duty.perWeek - 7) < 1e-12)
    #expect(duty.hours == Double(weeks * 168))
    // 1.75 sleep interruptions in a week of primary duty, 1.27 in a month of each person.
    #expect(team.interruptions.sleep == weeks * 7 / 4)
    let months = try #require(study.span).months
    #expect(abs(Double(team.interruptions.sleep) / 6 / months - 1.268) < 1e-3)
    let broken = team.checks.filter(\.isBroken).map(\.limit)
    #expect(
      broken == [.timeAdvice, .time, .people, .shiftHours, .nights, .effort])
    #expect(team.checks.first { $0.limit == .effort }?.value == 42)
    #expect(team.checks.first { $0.limit == .pagesPerShift }?.isBroken == false)
  }

  @Test func stretchesOverTheLimitAreCounted() throws {
    let day = Instant.secondsPerDay
    // Three pages before noon of one day, two of another, five minutes apart.
    let pages =
      [0, 1, 2].map { Self.start + 3_600 + $0 * 300 }
      + [0, 1].map { Self.start + 9 * day + 3_600 + $0 * 300 }
    let study = OnCallStudy(try Self.records(people: 2, weeks: 2, layers: 1, pages: pages))
    let duty = try #require(study.teams.first?.rota?.pages)
    #expect(duty.pieces == 28)
    #expect(duty.overLimit == 1)
    #expect(duty.most == 3)
    #expect(study.teams.first?.hoursDisrupted == 2)
    // Two weeks say nothing of how often people are on call.
    #expect(study.teams.first?.checks.contains { $0.limit == .time } == false)
  }

  @Test func pagesToOnePersonWithinAMinuteAreOne() throws {
    let pages = [0, 60, 120, 121, 400].map { Self.start + 50_000 + $0 }
    let study = OnCallStudy(try Self.records(people: 2, weeks: 4, layers: 1, pages: pages))
    // The second comes 60 s after the first, the third 120 s after it, the fourth with the third.
    #expect(study.merged == 2)
    #expect(study.services.first?.pages == 3)
    #expect(study.teams.first?.interruptions.total == 3)
  }

  @Test func aNightOfCallsLeavesNoRest() throws {
    let night = Self.start + Instant.secondsPerDay
    let pages = [0, 3, 6].map { night + $0 * Instant.secondsPerHour }
    let study = OnCallStudy(try Self.records(people: 2, weeks: 4, layers: 1, pages: pages))
    let rota = try #require(study.teams.first?.rota)
    #expect(rota.brokenNights.count == 1)
    #expect(rota.brokenNights.of == 28)
    let calm = OnCallStudy(
      try Self.records(people: 2, weeks: 4, layers: 1, pages: [night + 3_600]))
    #expect(calm.teams.first?.rota?.brokenNights.count == 0)
  }

  /// More pages never make a rota look better.
  @Test func morePagesNeverHeal() throws {
    var pages: [Instant] = []
    var last = (broken: 0, free: 0.0)
    for number in 0..<40 {
      pages.append(Self.start + 1_000 + (number * 7_919) % (28 * 24) * Instant.secondsPerHour)
      let records = try Self.records(people: 4, weeks: 4, layers: 1, pages: pages)
      let team = try #require(OnCallStudy(records).teams.first)
      let now = (team.checks.count(where: \.isBroken), team.freePerMonth.mean)
      #expect(now.0 >= last.broken && now.1 >= last.free)
      last = now
    }
  }

  @Test func zonesOfPeopleAndTeamsCount() throws {
    let page = OnCallExample.instant("2025-12-02T12:00:00Z")
    func windows(_ map: String) throws -> WindowCounts {
      OnCallStudy(
        try Self.records(people: 1, weeks: 4, layers: 1, pages: [page], map: map)
      ).windows
    }
    #expect(try windows("").work == 1)
    #expect(try windows("zone: Asia/Tokyo").off == 1)
    #expect(try windows("zones: {shop: Pacific/Auckland}").sleep == 1)
    #expect(try windows("zone: Asia/Tokyo\nzones: {'0': America/New_York}").sleep == 1)
    #expect(throws: DiagnosticError.self) { try windows("zone: Nowhere") }
  }

  /// What a pager calls a team is not taken for one that a model lacks.
  @Test func aModelGetsNoTeamOfAPagerThatItDoesNotHave() throws {
    let model = try ModelDocument(
      path: "m.yaml",
      source: MemoryFiles([
        "m.yaml": "teams: {Web: {people: {mid: 3}}}\nservices: {orders: {owner: Web}}\n"
      ]),
      dataFiles: CSVDataFiles())
    func read(_ map: String) throws -> ImportResult {
      OnCallImport.read(
        ["a.json"], of: .pagerduty, from: MemoryFolder(["a.json": PagerDutyTests.incidents]),
        now: OnCallExample.now, map: try ImportMap(Array(map.utf8), file: "map.yaml"),
        model: ModelNames(model.tree))
    }
    let plain = try read("level: mid")
    #expect(plain.teams.isEmpty)
    #expect(plain.findings.count { $0.problem.code == "C0577" } == 2)
    #expect(plain.services.map(\.owners) == [[], []])
    let mapped = try read("teams: {shop: web, Shop first: new-team}")
    #expect(mapped.teams.map(\.id) == ["new-team", "Web"])
    #expect(Set(mapped.services.map(\.owners)) == [["Web"], ["new-team"]])
  }

  @Test func twoPeopleInOneLayerAreTold() throws {
    var book = OnCallBook(
      .pagerduty, map: ImportMap(), asked: OnCallSpan(), now: OnCallExample.now)
    for (line, name) in [(1, "Kim"), (2, "Lou")] {
      let found = book.person(name)
      book.add(
        OnCallShift(
          try #require(found), layer: 1, rota: "web", from: Self.start + line * 3_600,
          to: Self.start + 86_400, at: Self.position(line)))
    }
    book.finish()
    #expect(OnCallStudy(OnCallRecords(book)).findings.map(\.problem.code) == ["C0576"])
  }

  @Test func overlapsOfOnePersonAreFoundAndCountOnce() throws {
    var book = OnCallBook(
      .ical, map: ImportMap(), asked: OnCallSpan(), now: OnCallExample.now)
    let found = book.person("Kim")
    let person = try #require(found)
    for (line, hours) in [(1, 0..<10), (2, 8..<12)] {
      book.add(
        OnCallShift(
          person, rota: "web", from: Self.start + hours.lowerBound * 3_600,
          to: Self.start + hours.upperBound * 3_600, at: Self.position(line)))
    }
    book.finish()
    let study = OnCallStudy(OnCallRecords(book))
    #expect(study.findings.map(\.problem.code) == ["C0567"])
    #expect(study.findings.first?.position?.line == 2)
    #expect(study.teams.first?.rota?.share.most == 1)
  }
}
