import CadreTestSupport
import Organization
import Simulation
import Testing

@testable import Planning

@Suite struct SeatCompetencyTests {
  private static let caching = Competency.caching.index

  private func competencies(_ depth: Int?) -> [Int?] {
    var example = PlanningCase.short
    example.teams[0].competencies = depth.map { [Self.caching: $0] }
    example.services[0].needs = [Self.caching]
    let recommendation = Planner.recommend(for: example.organization, strategies: [.inHouse])
    return recommendation.seats.map(\.competency)
  }

  /// The first two seats bring what nobody holds; then nothing is short.
  @Test func seatsNameWhatTheTeamLacksMost() {
    let named = competencies(0)
    #expect(named.count >= 2)
    #expect(named.prefix(2).allSatisfy { $0 == Self.caching })
    #expect(named.dropFirst(2).allSatisfy { $0 == nil })
  }

  @Test func seatsOfTeamsWithoutAWordOrAGapNameNothing() {
    #expect(competencies(nil).allSatisfy { $0 == nil })
    #expect(competencies(2).allSatisfy { $0 == nil })
  }
}
