import CadreTestSupport
import Testing

@testable import Planning
@testable import Reporting

/// Where the policy does not hold is told of a few teams by name, and of many by number.
@Suite struct PolicyGapTextTests {
  private static func sentences(teams count: Int) -> [String] {
    let teams = (0..<count).map {
      ExampleOrganization.team("t\($0)", mid: 5, senior: 4, roadmapHours: 300)
    }
    let services = (0..<count).map { ExampleOrganization.service("s\($0)", team: $0, pages: 4) }
    return PlanReport.example(ExampleOrganization(teams: teams, services: services)) { found in
      found.gaps = (0..<count).map { team in
        PolicyGap(
          team: team, limit: .coverage, months: [4, 5], held: 0.7 - 0.01 * Double(team),
          wanted: 0.8, holdsAt: 0.75)
      }
    }.gapSentences
  }

  @Test func fewTeamsAreAllNamed() throws {
    let sentence = try #require(Self.sentences(teams: 12).first)
    #expect((0..<12).allSatisfy { sentence.contains("t\($0) (2 months") })
    #expect(!sentence.contains("worst at t"))
  }

  @Test func ofManyTeamsTheWorstAreNamed() throws {
    let sentences = Self.sentences(teams: 13)
    #expect(sentences.count == 1)
    let sentence = try #require(sentences.first)
    #expect(sentence.contains("at 13 of 13 teams, worst at t12 (2 months"))
    #expect(sentence.contains("t8 (") && !sentence.contains("t7 ("))
    #expect(sentence.contains("the others below; this plan holds at least 75 %"))
  }
}
