import CadreTestSupport
import Organization
import Planning
import Simulation
import Testing

@Suite struct TrafficStressTests {
  /// Two teams with a service each; the first has little headroom and many pages.
  private var organization: Organization {
    var example = ExampleOrganization(
      teams: [
        ExampleOrganization.team("busy", junior: 0, mid: 3, senior: 1, roadmapHours: 150),
        ExampleOrganization.team("calm", mid: 6, senior: 3, roadmapHours: 100),
      ],
      services: [
        ExampleOrganization.service("cart", team: 0, pages: 20, headroom: 1.5),
        ExampleOrganization.service("blog", team: 1, pages: 1, headroom: 6),
      ])
    example.attritionPerYear = 0.1
    return example.organization
  }

  private func failures(_ most: Double, service: Int? = nil) -> [StressFailure] {
    TrafficStress(organization, service: service, most: most).failures()
  }

  private func multiple(of service: Int, in failures: [StressFailure]) -> Double? {
    failures.first { $0.subject == .service(service) }?.multiple
  }

  @Test func servicesFailAtTheirHeadroom() {
    let found = failures(10)
    #expect(multiple(of: 0, in: found) == 1.5)
    #expect(multiple(of: 1, in: found) == 6)
    #expect(zip(found, found.dropFirst()).allSatisfy { $0.multiple <= $1.multiple })
    // 10 / 1.5 is passed by doubling three times.
    let remedy = found.first { $0.subject == .service(0) }?.remedy
    #expect(
      remedy == .scale(steps: 3, hours: 3 * StaffingModel(organization).services[0].scalingHours))
  }

  @Test func nothingMoreFailsWithLessTraffic() {
    let (few, many) = (failures(3), failures(10))
    #expect(multiple(of: 1, in: few) == nil)
    #expect(few.allSatisfy { failure in many.contains { $0.subject == failure.subject } })
    #expect(few.count < many.count)
  }

  @Test func todayIsTheFirstToFailWhereLimitsAreBrokenAlready() {
    #expect(failures(1).allSatisfy { $0.multiple == 1 })
  }

  @Test func oneServiceAloneLeavesOtherTeamsAlone() {
    let found = failures(10, service: 0)
    #expect(multiple(of: 0, in: found) == 1.5 && multiple(of: 1, in: found) == nil)
    #expect(
      found.allSatisfy { failure in
        if case .team(1, _) = failure.subject { return failure.multiple <= 1 }
        return true
      })
  }

  @Test func theRemedyHelps() throws {
    let found = failures(4)
    let needed = found.compactMap { failure -> (Int, Int)? in
      guard case .team(let team, _) = failure.subject, case .people(let count?, _) = failure.remedy
      else { return nil }
      return (team, count)
    }
    #expect(!needed.isEmpty, "\(found)")
    #expect(needed.allSatisfy { $0.1 > 0 })
  }
}
