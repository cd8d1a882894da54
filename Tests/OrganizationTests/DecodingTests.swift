import CadreTestSupport
import Organization
import Testing

@Suite struct DecodingTests {
  @Test func aMinimalModelTakesItsDefaultsFromTheTable() throws {
    let model = try load(minimal())
    let table = Assumptions.shipped
    #expect(model.name == "model")
    #expect(model.currency == "EUR")
    #expect(model.months == 24)
    #expect(model.levels.map(\.id) == ["junior", "mid", "senior", "staff"])
    #expect(model.levels[1].salaryPerYear == table.row(.levelMidSalaryEur).value)
    #expect(model.levels[2].salaryPerYear.likely == 75_000 * table[.levelSalarySenior])
    #expect(model.levels[0].attritionPerYear == table.row(.turnoverPerYear).value)
    #expect(model.teams[0].members.map(\.level) == [1, 1, 1, 1, 2, 2])
    #expect(model.teams[0].rota?.sites == [.utc])
    #expect(model.services[0].owners == [.team(0)])
    #expect(model.services[0].pages == .unknown)
    #expect(model.policy.coverage.threshold == table[.policyCoverage])
    #expect(model.policy.onCallShare.threshold == table[.oncallWarnTimeShare])
    #expect(model.policy.coverage.probability == table[.policyProbability])
    #expect(model.hiring.costPerHire.likely == 75_000 * table[.hiringCostShareOfSalary])
    #expect(model.drivers[0].growthPerYear == ThreePoint(low: 0.2, likely: 0.2, high: 0.2))
  }

  @Test func theGrowthOfADriverMayBeLeftOut() throws {
    #expect(
      try load(minimal().replacing("{growth: 20 %}", with: "")).drivers[0].growthPerYear == nil)
  }

  @Test func newLevelsCopyTheLevelTheyAreLike() throws {
    let model = try load(
      minimal(
        """
        levels:
          fellow: {like: principal, ramp: 3 months}
          principal: {like: staff, salary: 150000 EUR per year}
          lead: {like: senior}
          senior: {salary: 98000 EUR per year, lead: 105 days}
        """))
    #expect(
      model.levels.map(\.id) == ["junior", "mid", "senior", "lead", "staff", "fellow", "principal"])
    #expect(model.levels[3].salaryPerYear.likely == 98_000)
    #expect(model.levels[5].salaryPerYear.likely == 150_000)
    #expect(model.levels[5].rampMonths.likely == 3)
    #expect(model.levels[5].standing == .staff)
  }

  @Test func otherCurrenciesNeedOneSalary() throws {
    let text = minimal("currency: USD\nlevels: {mid: {salary: 120k USD per year}}")
    #expect(
      try load(text).levels[2].salaryPerYear.likely == 120_000
        * Assumptions.shipped[.levelSalarySenior])
  }

  @Test func aScorecardMovesTheDefaultsOfAPartner() throws {
    let rows = "{high-load: 4, system-design: 4, communication: 4, security: 4, accountability: 4}"
    let partner = try load(
      minimal("partners: {nw: {kind: nearshore, rate: {mid: 58 EUR per hour}, scorecard: \(rows)}}")
    ).partners[0]
    let table = Assumptions.shipped
    #expect(partner.productivity.likely == min(1, 0.9 * (0.8 + 0.08 * 4)))
    #expect(partner.productivity.high == 1)
    #expect(abs(partner.oversight.likely - table[.partnerOversight] * 0.8) < 1e-15)
    #expect(partner.ratePerHour[0] == nil)
    #expect(partner.ratePerHour[1] == ThreePoint(58))
    #expect(partner.maxSeats == 6)
  }

  @Test func metricsOfServicesArrive() throws {
    let metrics = try load(
      minimal(
        service: """
          {owner: web, metrics: {slo: 99.9 %, error-rate: 0.05 %, p99: 300 ms, p99-target: 0.25 s,
                  time-to-recover: 90 min, deployments: 60 per quarter, change-failures: 15 %,
                  database-saturation: 60 %, cost: 14400 EUR per year}}
          """)
    ).services[0].metrics
    #expect(metrics.slo == 99.9 / 100)
    #expect(metrics.errorRate == 0.05 / 100)
    #expect(metrics.p99Seconds == 0.3)
    #expect(metrics.p99TargetSeconds == 0.25)
    #expect(metrics.hoursToRecover == ThreePoint(1.5))
    #expect(abs((metrics.failedChangesPerMonth ?? 0) - 3) < 1e-12)
    #expect(metrics.databaseSaturation == 0.6)
    #expect(metrics.costPerMonth == 1_200)
    #expect(try load(minimal()).services[0].metrics.isEmpty)
  }

  @Test func aUsedDatabaseGivesTheHeadroomThatNobodyGave() throws {
    func headroom(_ keys: String) throws -> ThreePoint {
      try load(minimal(service: "{owner: web\(keys)}")).services[0].headroom
    }
    let safe = Assumptions.shipped.row(.metricsSafeSaturation).value
    #expect(
      try headroom(", metrics: {database-saturation: 50 %}") == safe.scaled(by: 2))
    #expect(
      try headroom(", headroom: 3, metrics: {database-saturation: 50 %}") == ThreePoint(3))
    #expect(try headroom(", metrics: {slo: 99 %}") == ThreePoint(1.5))
    #expect(
      try headroom(", metrics: {database-saturation: 60 %}").likely
        > headroom(", metrics: {database-saturation: 90 %}").likely)
  }

  @Test func leversAndPromotionsArrive() throws {
    let model = try load(
      minimal("levels: {mid: {promoted-after: 2.5 years}, lead: {like: mid}}")
        .replacing("{people:", with: "{retention: {autonomy: 2, meaning: 0}, people:"))
    #expect(model.levels.map(\.promotedAfterMonths) == [nil, 30, 30, nil, nil])
    let retention = model.teams[0].retention
    #expect(RetentionLever.allCases.map { retention[$0] } == [2, 1, 1, 0])
    #expect(try load(minimal()).teams[0].retention == .ordinary)
  }

  @Test func ownersMayBePeopleOrNobody() throws {
    func owners(_ text: String) throws -> [Owner] {
      try load(minimal(service: "{owner: \(text)}")).services[0].owners
    }
    #expect(try owners("none") == [])
    #expect(try owners("ada@example.org") == [.notATeam("ada@example.org")])
    #expect(try owners("[web, user:ada]") == [.team(0), .notATeam("user:ada")])
    #expect(try load(minimal(service: "{tier: 1}")).services[0].owners == [])
  }

  @Test func sitesKnowTheirOffsets() throws {
    let text = minimal().replacing(
      "{people:",
      with: "{rota: {sites: {berlin: Europe/Berlin, pune: Asia/Kolkata}, shift: 12 hours}, people:")
    let rota = try #require(try load(text).teams[0].rota)
    #expect(rota.sites.map(\.offsetHours.january) == [1, 5.5])
    #expect(rota.sites.map(\.offsetHours.july) == [2, 5.5])
    #expect(rota.shiftHours == 12)
    #expect(try load(text).teams[0].members.map(\.site) == [0, 1, 0, 1, 0, 1])
  }

  @Test func overridesOfAssumptionsReachTheModel() throws {
    let model = try load(
      minimal(
        "assumptions: {oncall.handling_minutes: 90, time.hours_per_day: 7}\n"
          + "levels: {mid: {salary: 70 EUR per hour}}"))
    #expect(model.assumptions[.oncallHandlingMinutes] == 90)
    #expect(model.assumptions.row(.oncallHandlingMinutes).isOverridden)
    #expect(model.levels[1].salaryPerYear.likely == 70 * 7 * 221)
  }

  @Test func dataFilesAreReadOnceAndTheirStrangersAreWarnings() throws {
    let place = SourcePosition(file: "data/roster.csv", line: 2, column: 1)
    let data = StubDataFiles(
      logs: [
        "data/pages.csv": [
          "cart": IncidentCount(pages: 12, months: 6), "old": IncidentCount(pages: 1, months: 6),
        ]
      ],
      people: [
        "data/roster.csv": [
          RosterRow(
            team: "web", level: "mid", startMonth: YearMonth(year: 2025, month: 1), position: place),
          RosterRow(team: "gone", level: "mid", position: place),
        ]
      ])
    let text = minimal(
      "  search: {owner: web, pages: {file: ./data/pages.csv}}",
      service: "{owner: web, pages: {file: data/pages.csv}}"
    ).replacing("people: {mid: 4, senior: 2}", with: "roster: {file: data/roster.csv}")
    let loaded = try ModelFile.load(
      path: "model.yaml", source: MemoryFiles(["model.yaml": text]), dataFiles: data)
    #expect(loaded.organization.teams[0].members == [Member(level: 1, tenureMonths: 24)])
    #expect(loaded.organization.services[0].pages == .counted(pages: 12, months: 6))
    #expect(loaded.organization.services[1].pages == .counted(pages: 0, months: 6))
    #expect(loaded.inputs == ["model.yaml", "data/roster.csv", "data/pages.csv"])
    #expect(loaded.warnings.map(\.problem.code) == ["C0210", "C0210"])
    #expect(loaded.warnings.allSatisfy { $0.severity == .warning })
  }
}
