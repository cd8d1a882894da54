import Organization
import Planning
import Simulation

extension PlanReport {
  /// What each region asks for, a sentence each; nothing where there are none.
  var regions: [Page.Block] {
    let regions = recommendation.regions
    guard !regions.isEmpty else { return [] }
    return [.heading("Regions")]
      + regions.flatMap { [asks($0)] + nights($0) }.map { .paragraph($0) }
  }

  private func name(_ region: RegionOutlook) -> String {
    SafeText.terminal(organization.regions[region.opening.region].id)
  }

  private func names(_ teams: [Int]) -> String {
    teams.map { SafeText.terminal(organization.teams[$0].id) }.joined(separator: ", ")
  }

  private func asks(_ region: RegionOutlook) -> String {
    let opening = region.opening
    let after = "\(NumberText.fixed(opening.hoursAMonthAfter)) hours a month"
    guard let month = opening.month else { return "\(name(region)) is open today: \(after)." }
    guard opening.hoursBefore + opening.hoursAMonthAfter > 0 else {
      return "\(name(region)) opens in \(self.month(month)) and asks for no work."
    }
    return
      "\(name(region)) opens in \(self.month(month)): \(NumberText.fixed(opening.hoursBefore)) "
      + "hours before it, from \(self.month(opening.preparation.lowerBound)) on "
      + "(\(NumberText.plain(region.people, decimals: 1)) people; \(names(region.teams))), "
      + "then \(after)."
  }

  private func nights(_ region: RegionOutlook) -> [String] {
    let least = NumberText.plain(region.leastPerSite)
    return RegionOutlook.Nights.allCases.compactMap { nights in
      let carriers = region.carriers.filter { $0.nights == nights }
      guard !carriers.isEmpty else { return nil }
      let teams = names(carriers.map(\.team))
      let people = carriers.map { NumberText.plain($0.ready.rounded()) }.joined(separator: ", ")
      let slept = NumberText.percent(carriers.map(\.sleptThrough).max() ?? 0)
      let night = "Up to \(slept) of its working day is night at the first site of \(teams)"
      switch nights {
      case .followsTheSun:
        return "\(night); the pager follows the sun."
      case .couldFollowTheSun:
        return "\(night); with \(people) call-ready there are enough for two sites of \(least), so "
          + "that the pager could follow the sun."
      case .tooFew:
        return
          "\(night); with \(people) call-ready there are too few for two sites of \(least), so "
          + "that following the sun would help nobody."
      }
    }
  }

  /// One object for each region.
  var regionsJSON: JSONValue {
    .array(
      recommendation.regions.map { region in
        let opening = region.opening
        return [
          "region": .string(organization.regions[opening.region].id),
          "opens": .optional(opening.month.map { month($0) }),
          "prepareFrom": .optional(
            opening.month.map { _ in month(opening.preparation.lowerBound) }),
          "hoursBefore": .number(opening.hoursBefore), "peopleBefore": .number(region.people),
          "hoursAMonthAfter": .number(opening.hoursAMonthAfter),
          "teams": .array(region.teams.map { .string(organization.teams[$0].id) }),
          "nights": .array(
            region.carriers.map { carrier in
              [
                "team": .string(organization.teams[carrier.team].id),
                "followsTheSun": .bool(carrier.nights == .followsTheSun),
                "couldFollowTheSun": .bool(carrier.nights != .tooFew),
                "callReady": .number(carrier.ready),
                "sleptThrough": .number(carrier.sleptThrough),
              ]
            }),
        ]
      })
  }
}
