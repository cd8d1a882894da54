import Testing

@testable import Organization

@Suite struct PlanDiffTests {
  private static func diff(_ before: [SeatRecord], _ after: [SeatRecord]) -> PlanDiff {
    PlanDiff(PlanFileTests.plan(before), PlanFileTests.plan(after))
  }

  private static func seat(
    _ id: String, team: String = "core", open: Int = 2, state: SeatState = .proposed,
    replaces: String? = nil
  ) -> SeatRecord {
    PlanFileTests.seat(id, team: team, open: open, state: state, replaces: replaces)
  }

  @Test func aPlanIsNotDifferentFromItself() {
    let seats = [Self.seat("a"), Self.seat("b", open: 4, state: .offered)]
    #expect(Self.diff(seats, seats.reversed()).isEmpty)
    #expect(Self.diff([], []).isEmpty)
  }

  @Test func aSeatIsItsID() throws {
    let diff = Self.diff([Self.seat("a")], [Self.seat("a", team: "web", open: 5, state: .open)])
    guard case .changed(_, _, let changes)? = diff.seats.first else {
      Issue.record("not changed")
      return
    }
    #expect(changes.map(\.name) == ["team", "state", "open"])
    #expect(diff.seats.count == 1)
    #expect(diff.cause(of: diff.seats[0]) == .stateChanged(from: .proposed, to: .open))
  }

  /// Plans that were made apart have different ids for what only moved.
  @Test func alikeSeatsAreFoundAgain() {
    let diff = Self.diff(
      [Self.seat("a", open: 1), Self.seat("b", open: 2)],
      [Self.seat("c", open: 2), Self.seat("d", open: 6)])
    #expect(diff.seats.map(\.record.id) == ["c", "d"])
    #expect(
      diff.seats.allSatisfy { if case .changed = $0 { true } else { false } })
  }

  @Test func whatTakesAPlaceIsAnotherSeat() {
    let diff = Self.diff(
      [Self.seat("a", state: .cancelled)], [Self.seat("b", open: 2, replaces: "a")])
    #expect(diff.seats.count == 2)
    #expect(diff.seats.map { diff.cause(of: $0) } == [.replaced(by: "b"), .replaces("a")])
  }

  @Test func settingsAreDifferencesToo() {
    var later = PlanFileTests.plan([])
    later.months = 12
    let diff = PlanDiff(PlanFileTests.plan([]), later)
    #expect(diff.settings == [.init(name: "months", before: "24", after: "12")])
    #expect(!diff.isEmpty)
  }
}
