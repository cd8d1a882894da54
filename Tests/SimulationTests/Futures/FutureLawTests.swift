import CadreTestSupport
import Organization
import Simulation
import Testing

/// What closed forms say of many futures; thresholds are six standard errors of a fixed seed.
@Suite struct FutureLawTests {
  /// Plays `count` futures and gathers what `number` makes of each.
  private func mean(
    _ plan: FuturePlan, futures count: Int, _ number: (Trajectory) -> Double
  ) -> MeanEstimate {
    var course = FutureCourse(plan)
    var estimate = MeanEstimate()
    for replication in 0..<count {
      course.play(replication)
      estimate.insert(number(course.result))
    }
    return estimate
  }

  private func expect(_ estimate: MeanEstimate, _ expected: Double, _ comment: Comment? = nil) {
    let error = estimate.standardError ?? 0
    #expect(abs(estimate.mean - expected) <= 6 * error + 1e-12 * abs(expected), comment)
  }

  /// A rota of one team with a service that pages much; nobody leaves and nothing grows.
  private func quiet(people: Int = 6) -> ExampleOrganization {
    var example = ExampleOrganization(
      teams: [
        ExampleOrganization.team(
          junior: 0, mid: people - 2, senior: 2, layers: 1, roadmapHours: 300)
      ],
      services: [ExampleOrganization.service(pages: 20, headroom: 100)])
    example.attritionPerYear = 0
    return example
  }

  /// Constant hires r and hazard a settle at r / a people.
  @Test func headcountSettlesAtHiresOverHazard() {
    var example = quiet(people: 4)
    example.months = 60
    example.attritionPerYear = 0.9
    example.leadDays = 0
    example.hiring.acceptance = ThreePoint(1)
    example.hiring.earlyExit = ThreePoint(0)
    example.hiring.freeze = example.organization.start...(example.organization.start + 59)
    for id in [
      AssumptionID.turnoverTenureFirstQuarter, .turnoverTenureFirstYear,
      .turnoverTenureSecondYear, .turnoverTenureThirdAndFourthYear, .turnoverTenureLater,
      .turnoverHazardRatioBurnedOut,
    ] { example.assumptions[id] = 1 }
    // Under a freeze nobody is replaced, so that everybody goes with hazard a alone.
    let hazard = monthlyProbability(annual: 0.9)
    for month in [0, 5, 20] {
      let left = mean(example.futures(chances: [.leaving]), futures: 4_000) { future in
        future[team: 0, month: month].headcount.total
      }
      expect(left, 4 * power(1 - hazard, Double(month)), "month \(month)")
    }
    // Without it every position is filled in the month after: as many hires as leavers, r = a n.
    example.hiring.freeze = nil
    let settled = mean(example.futures(chances: [.leaving, .hiring]), futures: 4_000) { future in
      future[team: 0, month: 59].starters
    }
    expect(settled, hazard * 4)
  }

  /// The share of burned-out people under constant load is the logistic probability.
  @Test func burnoutIsStationary() {
    var example = quiet()
    example.months = 36
    let plan = example.futures(chances: [.burnout])
    let recursion = example.run()
    for month in [0, 1, 12, 35] {
      let share = mean(plan, futures: 6_000) { $0[team: 0, month: month].burnout }
      // Tired people put out less, which moves the load by less than a tenth of a point.
      let expected = recursion[team: 0, month: month].burnout
      #expect(
        abs(share.mean - expected) <= 6 * (share.standardError ?? 0) + 1e-3, "month \(month)")
      let spread = (share.variance ?? 0).squareRoot()
      #expect(abs(spread / (expected * (1 - expected) / 6).squareRoot() - 1) < 0.06)
    }
  }

  /// Pages of a month are negative binomial with the given ratio of variance to mean.
  @Test func pagesAreNegativeBinomial() {
    var example = quiet()
    example.months = 1
    example.assumptions[.incidentsVarianceToMean] = 1.6
    var course = FutureCourse(example.futures(chances: [.pages]))
    var counts = WholeNumberCounts()
    var moments = MeanEstimate()
    for replication in 0..<40_000 {
      course.play(replication)
      let pages = course.result[team: 0, month: 0].pages
      counts.insert(Int(pages))
      moments.insert(pages)
    }
    expect(moments, 20)
    #expect(abs((moments.variance ?? 0) / 20 - 1.6) < 0.08)
    let law = NegativeBinomial(mean: 20, varianceToMean: 1.6)
    for limit in [5, 10, 20, 30, 40] {
      let expected = law.probabilityOfMore(than: limit)
      #expect(
        counts.probabilityOfMore(than: limit).interval(confidence: 1 - 1e-7).contains(expected))
    }
  }

  /// A search is as long as its level's mean on average, and lognormal.
  @Test func searchesAreLognormal() {
    var example = quiet()
    example.months = 40
    example.leadDays = 120
    example.hiring.acceptance = ThreePoint(1)
    example.assumptions[.hiringLeadTimeSpread] = 0.5
    let seat = Seat(team: 0, level: 1, source: .inHouse, openMonth: 0)
    var course = FutureCourse(
      example.futures(StaffingPlan(seats: [seat]), chances: [.hiring]))
    var months = MeanEstimate()
    let law = Lognormal(mean: 120 * 12 / 365, coefficientOfVariation: 0.5)
    let median = law.quantile(0.5)
    var early = ProbabilityEstimate()
    for replication in 0..<20_000 {
      course.play(replication)
      let start = (0..<40).first { course.result[team: 0, month: $0].starters > 0 }
      months.insert(Double(start ?? 40))
      early.insert(Double(start ?? 40) < median)
    }
    expect(months, 120 * 12 / 365)
    // Starts are on whole months, by nearness: exactly the share of the tent around each.
    #expect(abs((early.value ?? 0) - 0.5) < 0.06)
  }

  /// Open requisitions are the hire rate times the time to fill. [Little 1961]
  @Test func requisitionsKeepLittlesLaw() {
    var example = quiet(people: 9)
    example.months = 60
    example.attritionPerYear = 0.3
    example.leadDays = 100
    example.hiring.acceptance = ThreePoint(0.7)
    var course = FutureCourse(example.futures(chances: [.hiring, .leaving, .burnout]))
    var open = MeanEstimate()
    var starts = MeanEstimate()
    for replication in 0..<2_000 {
      course.play(replication)
      for month in 30..<60 {
        open.insert(course.result[team: 0, month: month].openRequisitions)
        starts.insert(course.result[team: 0, month: month].starters)
      }
    }
    let level = StaffingModel(example.organization).levels[1]
    let filling = level.leadMonths + 0.3 / 0.7 * max(1, level.retryMonths)
    // Positions are vacant from the month after somebody left; a month's end is counted.
    #expect(abs(open.mean / (starts.mean * (filling + 1)) - 1) < 0.03)
  }

  /// With the same luck, more pages never make fewer people burn out, nor a rota quieter.
  @Test func morePagesNeverLowerRisk() {
    let plans = [0.0, 5, 20, 60, 200].map { pages in
      var example = quiet()
      example.services = [ExampleOrganization.service(pages: pages, headroom: 100)]
      return example.futures(chances: [.pages, .burnout, .traffic, .parameters])
    }
    var courses = plans.map { FutureCourse($0) }
    for replication in 0..<200 {
      for index in courses.indices { courses[index].play(replication) }
      for (calm, busy) in zip(courses, courses.dropFirst()) {
        for month in 0..<24 {
          let (low, high) = (calm.result[team: 0, month: month], busy.result[team: 0, month: month])
          #expect(high.pages >= low.pages)
          #expect(high.burnout >= low.burnout)
          #expect(high.weeklyHours >= low.weeklyHours - 1e-9)
          #expect(high.shiftOverLimit >= low.shiftOverLimit - 1e-12)
        }
      }
    }
  }
}
