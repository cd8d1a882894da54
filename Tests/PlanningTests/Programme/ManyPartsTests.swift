import CadreTestSupport
import LinearProgramming
import Organization
import Simulation
import Testing

@testable import Planning

/// Parts that are joined through few rows, and too many for one programme: here few enough to compare with it.
@Suite struct ManyPartsTests {
  /// Two teams, and fewer new seats than they would like.
  private struct Scarce {
    let search: ProgrammeSearch
    var task: ProgrammeSearch.Task
    var programme: StaffingProgramme
    let joining: Set<LinearProgram.Row>

    init(seats: Int) throws {
      var example = PlanningCase.pair
      example.months = 9
      var organization = example.organization
      organization.policy.maxNewSeats = seats
      let found = ProgrammeCase(organization, .growing(by: 0.4, like: organization))
      var search = ProgrammeSearch(
        world: found.world, shared: found.shared, solver: try Highs(), watch: .none,
        perform: onePieceAfterAnother)
      search.options = found.options
      self.search = search
      let rows = found.shared.rows(in: found.model)
      task = ProgrammeSearch.Task(
        needs: found.needs, settings: found.settings, near: .asIs, gap: 0.01,
        left: SearchBudget(iterations: 200_000), rows: rows)
      let (programme, shared) = search.programme(
        found.needs, settings: found.settings, sharing: rows)
      (self.programme, joining) = (programme, Set(shared))
    }

    /// The parts at no prices, each with the rows that it keeps to.
    mutating func cut() throws -> (parts: SeparateParts, found: [ProgrammeSearch.Tightened]) {
      let none = [Double](repeating: 0, count: programme.linear.rowCount)
      let cut = SeparateParts(programme.linear, joinedBy: joining, duals: none)
      var found = [ProgrammeSearch.Tightened]()
      for part in cut.parts {
        let one = try search.tightened(part.program, &task)
        found.append(try #require(one))
      }
      _ = cut.join(&programme.linear, found)
      return (cut, found)
    }
  }

  /// Proposals of parts come to what one program without whole numbers does.
  @Test(arguments: [0, 1, 2, 4, 30])
  func mixturesAreTheBestWithoutWholeNumbers(seats: Int) throws {
    var scarce = try Scarce(seats: seats)
    let (cut, found) = try scarce.cut()
    let linear = scarce.programme.linear
    let mixed = try #require(try scarce.search.mixed(linear, cut, found, &scarce.task))
    let best = try #require(Highs().solve(linear.relaxed).solution).objective
    #expect(mixed.bound <= best * (1 + 1e-9))
    #expect(mixed.bound >= best * (1 - 2e-4))
    #expect(linear.relaxed.violations(of: mixed.values).isEmpty)
    #expect(linear.objective(of: mixed.values) <= best * (1 + 2e-4))
  }

  /// What is picked fits, and is near the best with whole numbers.
  @Test(arguments: [0, 1, 2, 4])
  func pickedProposalsFit(seats: Int) throws {
    var scarce = try Scarce(seats: seats)
    let (cut, found) = try scarce.cut()
    let linear = scarce.programme.linear
    let mixed = try #require(try scarce.search.mixed(linear, cut, found, &scarce.task))
    let priced = try #require(
      try scarce.search.parts(
        of: scarce.programme, joinedBy: scarce.joining, at: mixed,
        from: scarce.programme.start(.asIs), within: 1, &scarce.task))
    let sought = ProgrammeSearch.Sought(
      programme: scarce.programme, relaxed: mixed, share: 0.01, priced: priced,
      values: scarce.programme.start(.asIs), bound: mixed.bound)
    let all = NearSeats(
      Set(scarce.search.options.joined().map(\.seat)), transfers: [], teams: 2)
    let picked = try #require(
      try scarce.search.picking(sought, keeping: all, &scarce.task))
    #expect(linear.violations(of: picked).isEmpty)
    let best = try #require(
      Highs().solve(linear, limits: SolverLimits(gap: 1e-6)).solution)
    let cost = linear.objective(of: picked)
    #expect(cost >= best.bound * (1 - 1e-9))
    #expect(cost <= best.objective * 1.02)
  }
}
