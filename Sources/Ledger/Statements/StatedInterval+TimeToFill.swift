import Organization
import Simulation

extension StatedInterval {
  private static let searches = 4_000
  private static let daysPerMonth = 365.0 / 12
  /// The two weeks to a first candidate and the month of notice, which a search that goes on after a
  /// declined offer does not take again.
  private static let notAgain = 44.0
  private static let mostDeclined = 50

  /// How many days a requisition of each level takes, opened in any month of the plan, in the home
  /// market; waiting for a recruiter comes on top.
  ///
  /// Searches are drawn as the futures draw them: a mean of the level's lead time, a length around
  /// it, and another where the offer is declined.
  static func timeToFill(_ organization: Organization, seed: UInt64) -> [StatedInterval] {
    let acceptance = PERTTable(organization.hiring.acceptance)
    let spread = max(0, organization.assumptions[.hiringLeadTimeSpread])
    return organization.levels.compactMap { level in
      let lead = PERTTable(level.leadDays)
      let entity = EntityID("time to fill", level.id)
      var days = QuantileSketch(digits: 12)
      for search in 0..<searches {
        var draws = ReplicationStream(seed: seed, replication: search).draws(entity, .timeToFill)
        let mean = lead.quantile(draws.uniform())
        let accepted = acceptance.quantile(draws.uniform())
        days.insert(length(mean, spread, accepted, &draws))
      }
      return StatedInterval(
        .timeToFill, level.id, organization.start, months: organization.months, days)
    }
  }

  private static func length(
    _ mean: Double, _ spread: Double, _ accepted: Double, _ draws: inout Draws
  ) -> Double {
    func search(_ mean: Double) -> Double {
      guard mean > 0 else { return 0 }
      return Lognormal(mean: mean, coefficientOfVariation: spread).quantile(draws.uniform())
    }
    var days = search(mean)
    var declined = 0
    while declined < mostDeclined, draws.uniform() >= accepted {
      days += search(max(daysPerMonth, mean - notAgain))
      declined += 1
    }
    return days
  }
}
