extension ModelBuilder {
  mutating func buildPartners() -> [Partner] {
    (root["partners"]?.entries ?? []).map { entry in
      let value = entry.value
      let kind = value["kind"]?.text.flatMap(PartnerKind.init(rawValue:)) ?? .onshore
      let card = scorecard(value["scorecard"])
      let quality = quality(of: kind, judged: card)
      return Partner(
        id: entry.id, kind: kind, ratePerHour: rates(value["rate"]),
        maxSeats: Int(value["seats"]?.exact ?? assumptions[.partnerMaxSeats].rounded()),
        leadMonths: value["lead"]?.number ?? assumptions.row(.partnerLeadMonths).value,
        rampMonths: value["ramp"]?.number ?? assumptions.row(.partnerRampMonths).value,
        minimumTermMonths: Int(
          value["minimum-term"]?.exact ?? assumptions[.partnerMinimumTerm].rounded()),
        noticeMonths: Int(value["notice"]?.exact ?? assumptions[.partnerNotice].rounded()),
        productivity: value["productivity"]?.number ?? quality.productivity,
        oversight: value["oversight"]?.number ?? quality.oversight,
        knowledgeLoss: value["knowledge-loss"]?.number
          ?? assumptions.row(.partnerKnowledgeLoss).value,
        mayTouch: (value["may-touch"]?.items ?? []).compactMap(\.text),
        takesPager: value["pager"]?.flag ?? false, scorecard: card,
        engaged: seats(value["engaged"]),
        competencies: value["competencies"].map { competencies(named: $0) } ?? [])
    }
  }

  /// How good a partner's people are where the file does not say.
  ///
  /// A scorecard moves the defaults: a mean of 2.5 leaves them, 5 gives a fifth more output and
  /// two fifths less oversight, 0 a fifth less and three fifths more. Both slopes are guesses.
  private func quality(
    of kind: PartnerKind, judged card: PartnerScorecard?
  ) -> (productivity: ThreePoint, oversight: ThreePoint) {
    let row: AssumptionID =
      switch kind {
      case .onshore: .partnerProductivityOnshore
      case .nearshore: .partnerProductivityNearshore
      case .offshore: .partnerProductivityOffshore
      }
    let productivity = assumptions.row(row).value
    let oversight = assumptions.row(.partnerOversight).value
    guard let card else { return (productivity, oversight) }
    let scaled = productivity.scaled(by: 0.8 + 0.08 * card.mean)
    let capped = ThreePoint(
      low: min(1, scaled.low), likely: min(1, scaled.likely), high: min(1, scaled.high))
    return (capped, oversight.scaled(by: 1.6 - 0.2 * card.mean))
  }

  private func scorecard(_ value: Checked?) -> PartnerScorecard? {
    guard let value, let highLoad = value["high-load"]?.exact,
      let systemDesign = value["system-design"]?.exact,
      let communication = value["communication"]?.exact, let security = value["security"]?.exact,
      let accountability = value["accountability"]?.exact
    else { return nil }
    return PartnerScorecard(
      highLoad: highLoad, systemDesign: systemDesign, communication: communication,
      security: security, accountability: accountability)
  }

  private mutating func rates(_ value: Checked?) -> [ThreePoint?] {
    if let same = value?.number { return levels.map { _ in same } }
    var rates = [ThreePoint?](repeating: nil, count: levels.count)
    for entry in value?.entries ?? [] {
      if let level = resolve(entry.id, in: levelNames, at: entry.position) {
        rates[level] = entry.value.number
      }
    }
    return rates
  }

  private mutating func seats(_ value: Checked?) -> [PartnerSeats] {
    var seats: [PartnerSeats] = []
    for entry in value?.entries ?? [] {
      let team = resolve(entry.id, in: teams, at: entry.position)
      for inner in entry.value.entries {
        let level = resolve(inner.id, in: levelNames, at: inner.position)
        guard let team, let level, let count = inner.value.exact, count > 0 else { continue }
        seats.append(PartnerSeats(team: team, level: level, count: Int(count)))
      }
    }
    return seats
  }
}
