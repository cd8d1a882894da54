import CadreTestSupport
import Organization
import Simulation
import Testing

/// What is measured of a service moves what its pages come from and what each costs.
@Suite struct ServiceMetricsTests {
  private func model(
    _ assumptions: [AssumptionID: Double] = [:], _ change: (inout ServiceMetrics) -> Void
  ) -> ServiceModel {
    var example = ExampleOrganization(
      teams: [ExampleOrganization.team(mid: 4)], services: [ExampleOrganization.service(pages: 4)])
    change(&example.services[0].metrics)
    example.assumptions = assumptions
    return StaffingModel(example.organization).services[0]
  }

  private let table = Assumptions.shipped

  @Test func nothingMeasuredIsTheAssumption() {
    let plain = model { _ in }
    #expect(plain.changeShare == table[.incidentsChangeShare])
    #expect(plain.handlingFactor == 1)
    // Half of what is needed says nothing.
    #expect(
      model { $0.deploymentsPerMonth = ThreePoint(20) }.changeShare
        == table[.incidentsChangeShare])
  }

  @Test func failedChangesAreTheShareOfPagesTheyMake() {
    func share(_ failures: Double, deployments: Double = 20) -> Double {
      model {
        $0.deploymentsPerMonth = ThreePoint(deployments)
        $0.changeFailures = ThreePoint(failures)
      }.changeShare
    }
    #expect(agree(share(0.1), 0.5 * table[.metricsPagesPerFailedChange]))
    #expect(share(0) == 0)
    #expect(share(1) == 1)
    let shares = [0, 0.05, 0.1, 0.2, 0.5].map { share($0) }
    #expect(shares == shares.sorted())
  }

  @Test func slowerRecoveryCostsMore() {
    let usual = table[.oncallHandlingMinutes] / 60
    func factor(_ hours: Double) -> Double {
      model { $0.hoursToRecover = ThreePoint(hours) }.handlingFactor
    }
    #expect(agree(factor(usual), 1))
    #expect(factor(usual / 2) < 1)
    #expect(factor(2 * usual) > 1)
  }

  @Test func whatTheModelSetsItselfStays() {
    let set = model([.incidentsChangeShare: 0.3, .oncallEffortHoursPerPage: 5]) {
      $0.deploymentsPerMonth = ThreePoint(20)
      $0.changeFailures = ThreePoint(0.1)
      $0.hoursToRecover = ThreePoint(12)
    }
    #expect(set.changeShare == 0.3)
    #expect(set.handlingFactor == 1)
  }

  /// A team that doubles is paged more where pages come from changes.
  @Test func moreHandsChangeMoreWhereChangesFail() {
    func pages(_ failures: Double) -> Double {
      var example = ExampleOrganization(
        teams: [ExampleOrganization.team(mid: 4, senior: 4, roadmapHours: 100)],
        services: [ExampleOrganization.service(pages: 4, headroom: 100)])
      example.services[0].metrics.deploymentsPerMonth = ThreePoint(20)
      example.services[0].metrics.changeFailures = ThreePoint(failures)
      example.leadDays = 1
      example.rampMonths = 0
      let seats = (0..<8).map { _ in Seat(team: 0, level: 1, source: .inHouse, openMonth: 0) }
      return example.run(StaffingPlan(seats: seats)).pages(ofService: 0)[12]
    }
    #expect(pages(0) < pages(0.1))
    #expect(pages(0.1) < pages(0.2))
  }
}
