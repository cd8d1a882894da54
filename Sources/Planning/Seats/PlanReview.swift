package import Organization

/// What has become of the last plan, and why the new one is another.
package struct PlanReview: Sendable {
  /// Leavers of a team since the last plan.
  package struct Leavers: Hashable, Sendable {
    package var team: String
    package var expected: Double
    /// Net of people who came from other teams; less than 0 where more came.
    package var actual: Int
    /// Seats of either plan that replace somebody at the team.
    package var replaced: Int
  }

  package let last: PlanFile
  package let match: StarterMatch
  package let committed: [SeatRecord]
  package let cancelled: [SeatRecord]
  package let slipped: [(seat: SeatRecord, from: YearMonth, to: YearMonth)]
  package let leavers: [Leavers]
  /// `nil` where the plans share no month, or the last one does not say what it expected.
  package let variance: PlanVariance?

  /// - Parameters:
  ///   - carried: from the last plan.
  ///   - recommendation: the new one, whose seats have got their names.
  package init(_ carried: CarriedPlan, _ recommendation: Recommendation) {
    let organization = recommendation.organization
    last = carried.last
    match = carried.match
    committed = carried.open.filter(\.state.isCommitted)
    cancelled = carried.last.seats.filter { $0.state == .cancelled }
    slipped = SeatsSincePlan(carried: carried, model: recommendation.model).slipped
    leavers = Self.leavers(
      carried, in: organization, seats: recommendation.seats.map { $0.record(in: organization) })
    variance = VarianceSearch(carried: carried, recommendation: recommendation).variance()
  }

  private static func leavers(
    _ carried: CarriedPlan, in organization: Organization, seats: [SeatRecord]
  ) -> [Leavers] {
    let last = carried.last
    guard let first = last.expected.first, let now = last.expected(by: organization.start) else {
      return []
    }
    return organization.teams.compactMap { team in
      guard let before = first.people[team.id] else { return nil }
      let isDated = !carried.match.undated.contains(team.id)
      let starters =
        isDated
        ? carried.match.filled.count { $0.starter.team == team.id }
          + carried.match.withoutSeat.count { $0.team == team.id }
        : last.seats.count { $0.team == team.id && $0.state == .started && $0.partner == nil }
      let all = Set((last.seats + seats).filter { $0.replaces != nil && $0.state != .cancelled })
      return Leavers(
        team: team.id, expected: now.leavers[team.id] ?? 0,
        actual: Int(before.rounded()) + starters - team.members.count,
        replaced: Set(all.filter { $0.team == team.id }.map(\.id)).count)
    }
  }
}
