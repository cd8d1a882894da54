import CadreTestSupport
import Testing

@testable import Organization

@Suite struct PlanFileTests {
  static func plan(_ seats: [SeatRecord]) -> PlanFile {
    var plan = PlanFile(
      model: "Shop: \"north\" #1", scenario: "base", currency: "EUR",
      start: YearMonth(year: 2027, month: 1), months: 24, seed: .max, strategy: "hybrid")
    plan.levels = ["mid": .init(monthsToFill: 3.25, costPerMonth: 9_000)]
    plan.partners = ["near-by": ["mid": 12_000], "none": [:]]
    var row = PlanFile.Expectation(month: plan.start)
    row.traffic = ["orders": 1]
    row.people = ["core": 4]
    row.leavers = ["core": 0]
    var later = row
    later.month = plan.start + 24
    later.cash = 2_400
    later.people = ["core": 6.5]
    plan.expected = [row, later]
    plan.filled = ["core-mid-2026-09-1": plan.start]
    plan.seats = seats
    return plan
  }

  static func seat(
    _ id: String, team: String = "core", open: Int = 2, state: SeatState = .proposed,
    partner: String? = nil, replaces: String? = nil
  ) -> SeatRecord {
    SeatRecord(
      id: id, team: team, level: "mid", partner: partner, state: state, replaces: replaces,
      open: YearMonth(year: 2027, month: 1) + open, owner: "engineering manager of core")
  }

  static func read(
    _ text: String, in organization: Organization? = nil
  ) throws(DiagnosticError) -> PlanFile {
    try PlanFile(Array(text.utf8), file: "plan.yaml", in: organization)
  }

  private static func problems(_ text: String, in organization: Organization? = nil) -> [Problem] {
    do {
      _ = try read(text, in: organization)
      return []
    } catch {
      return error.diagnostics.map(\.problem)
    }
  }

  @Test func whatIsWrittenIsRead() throws {
    var full = Self.seat("b-1", partner: "near-by", replaces: "Ines: \u{1b}[31m #2")
    full.start = full.open + 3
    full.end = full.open + 9
    full.latest = full.open + 1
    full.cost = 120_000
    full.competency = "kubernetes"
    full.reason = .init(
      limit: "coverage", firstMonth: full.open, worstValue: 0.9125, threshold: 0.95)
    full.note = "line one\nline \"two\"\u{202e} =1+1"
    let seats = [Self.seat("a-1"), full]
    let plan = Self.plan(seats)
    #expect(try Self.read(plan.text) == plan)
    #expect(try Self.read(plan.text).text == plan.text)
    #expect(try Self.read(Self.plan([]).text).seats.isEmpty)
  }

  /// A seat that moves stays where it is, so that a review shows one line.
  @Test func seatsStandInOrderOfTheirIDs() throws {
    let plan = Self.plan([Self.seat("b", open: 0), Self.seat("a", open: 9)])
    #expect(try Self.read(plan.text).seats.map(\.id) == ["a", "b"])
    var moved = plan
    moved.seats[1].open = moved.seats[1].open + 1
    let lines = zip(plan.text.split(separator: "\n"), moved.text.split(separator: "\n"))
    #expect(lines.count { $0 != $1 } == 1)
  }

  @Test(arguments: SeatState.allCases) func everyStateIsKept(state: SeatState) throws {
    let plan = Self.plan([Self.seat("a", state: state)])
    #expect(try Self.read(plan.text).seats.first?.state == state)
  }

  @Test func statesAreWaysToAPerson() {
    let committed: [SeatState] = [.budgeted, .cleared, .open, .offered, .accepted]
    #expect(SeatState.allCases.filter(\.isCommitted) == committed)
    #expect(SeatState.allCases.filter(\.isOver) == [.started, .cancelled])
  }

  @Test func slipsHaveNeighbours() {
    let text = Self.plan([Self.seat("a")]).text
    let organization = ExampleOrganization(teams: [ExampleOrganization.team("core", mid: 3)])
      .organization
    #expect(Self.problems(text, in: organization).isEmpty)
    let states = SeatState.allCases.map(\.rawValue)
    #expect(
      Self.problems(text.replacing("state: proposed", with: "state: opne"))
        == [.notAChoice("opne", choices: states, nearest: "open")])
    #expect(
      Self.problems(text.replacing("team: core", with: "team: cor"), in: organization)
        == [.unknownReference("cor", kind: "team", nearest: "core")])
    #expect(
      Self.problems(text.replacing("level: mid", with: "level: mdi"), in: organization)
        == [.unknownReference("mdi", kind: "level", nearest: "mid")])
    #expect(
      Self.problems(
        text.replacing("source: in-house", with: "source: partner\n    partner: me"),
        in: organization) == [.unknownReference("me", kind: "partner", nearest: nil)])
    #expect(
      Self.problems(text.replacing("owner:", with: "onwer:"))
        == [.unknownKey("onwer", known: SeatRecord.keys, nearest: "owner")])
  }

  @Test func allThatIsWrongIsSaid() {
    let text = Self.plan([Self.seat("a"), Self.seat("b")]).text
    let wrong = text.replacing("id: b", with: "id: a")
      .replacing("open: 2027-03", with: "open: 2027-13").replacing("months: 24", with: "months: 99")
      .replacing("cash: 2400", with: "cash: 1e300").replacing("seed: ", with: "seed: -")
    let found = Self.problems(wrong)
    #expect(found.contains(.duplicateKey("a")))
    #expect(found.count { $0 == .badMonth("2027-13") } == 2)
    #expect(found.contains(.outOfRange(value: "99", allowed: "1 to 60")))
    #expect(found.contains { if case .outOfRange("1e300", _) = $0 { true } else { false } })
    #expect(found.count == 6)
  }

  @Test func whatIsNoPlanIsRefused() {
    for text in ["", "a: 1", "format: cadre.plan-file/2.0", "[1, 2]", "format: {a: 1}", "- -"] {
      #expect(!Self.problems(text).isEmpty)
    }
  }

  /// One position must not be counted twice.
  @Test func aSeatTakesThePlaceOfOneThatIsGone() {
    func problems(_ seats: SeatRecord...) -> [Problem] { Self.problems(Self.plan(seats).text) }
    let next = Self.seat("b", replaces: "a")
    #expect(problems(Self.seat("a", state: .cancelled), next).isEmpty)
    #expect(problems(next).isEmpty)
    #expect(problems(Self.seat("a", state: .open), next).count == 1)
    #expect(problems(Self.seat("c", replaces: "a"), next).count == 1)
    #expect(problems(Self.seat("c", state: .cancelled, replaces: "a"), next).isEmpty)
    #expect(problems(Self.seat("b", replaces: "b")).count == 1)
  }

  @Test func expectationsLieBetweenTheirMonths() throws {
    let plan = Self.plan([])
    let middle = try #require(plan.expected(by: plan.start + 6))
    #expect(middle.cash == 600)
    #expect(middle.people == ["core": 4.625])
    #expect(plan.expected(by: plan.end)?.cash == 2_400)
    #expect(plan.expected(by: plan.end + 1) == nil)
    #expect(plan.expected(by: plan.start + -1) == nil)
  }
}
