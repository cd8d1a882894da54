package import Organization
package import Simulation

/// The thresholds of all limits for one organisation.
package struct Limits: Sendable {
  /// In the order of `Limit.allCases`.
  private let thresholds: [Double]
  private let probabilities: [Double]
  private let layers: [Int]
  /// Call-ready people that keep to each limit on time on call, by team; none where nobody is.
  private let leastReady: (wanted: [Double], never: [Double], advice: [Double])

  package init(_ organization: Organization) {
    let policy = organization.policy
    let a = organization.assumptions
    thresholds = Limit.allCases.map { limit in
      switch limit {
      case .coverage: policy.coverage.threshold
      case .seniorCoverage: policy.seniorCoverage.threshold
      case .onCallShare: policy.onCallShare.threshold
      case .burnout: policy.burnout.threshold
      case .minimumSeniors: Double(policy.minimumSeniors)
      case .neverOnCallShare: a[.oncallFailTimeShare]
      case .pagesPerShift: a[.oncallMaxPagesPer12Hours]
      case .weeklyHours: a[.hoursLegal]
      case .interruptions: a[.oncallInterruptionsLimit]
      case .nights: a[.oncallNightsPerWeek]
      case .adviceOnCallShare: a[.oncallMaxTimeShare]
      }
    }
    probabilities = Limit.allCases.map { limit in
      switch limit {
      case .coverage, .minimumSeniors: policy.coverage.probability
      case .seniorCoverage: policy.seniorCoverage.probability
      case .onCallShare: policy.onCallShare.probability
      case .burnout: policy.burnout.probability
      case .neverOnCallShare, .pagesPerShift, .weeklyHours, .interruptions, .nights,
        .adviceOnCallShare:
        1
      }
    }
    // Where nothing can page, nobody has to be on call.
    let owning = Set(organization.services.flatMap(\.owningTeams))
    layers = organization.teams.indices.map { team in
      owning.contains(team) ? organization.teams[team].rota?.layers ?? 0 : 0
    }
    let least = { [layers, thresholds] (limit: Limit) in
      // At the very threshold "never" is already broken; below it whole people decide.
      layers.map {
        $0 > 0 ? Self.people(for: $0, at: thresholds[limit.position]).rounded(.up) - 0.5 : 0
      }
    }
    leastReady = (least(.onCallShare), least(.neverOnCallShare), least(.adviceOnCallShare))
  }

  private static func people(for layers: Int, at threshold: Double) -> Double {
    Double(layers) / max(threshold, 1e-9)
  }

  package func threshold(_ limit: Limit) -> Double { thresholds[limit.position] }

  /// How likely the policy wants the limit to hold; 1 for limits that are not its own.
  package func probability(_ limit: Limit) -> Double { probabilities[limit.position] }

  /// The fewest call-ready people that keep to the policy's time on call, half a person less.
  func leastCallReady(team: Int) -> Double { leastReady.wanted[team] }

  /// Share of time on call of so many call-ready people.
  func onCallShare(ready: Double, team: Int) -> Double {
    ready > 0 ? min(1, Double(layers[team]) / ready) : (layers[team] > 0 ? 1 : 0)
  }

  package func value(_ limit: Limit, of month: TeamMonth) -> Double {
    switch limit {
    case .coverage: month.quarterCoverage
    case .seniorCoverage: month.quarterSeniorCoverage
    case .onCallShare, .neverOnCallShare, .adviceOnCallShare: month.onCallShare
    case .burnout: month.burnout
    case .minimumSeniors: month.headcount.atLeast(.senior)
    case .pagesPerShift: month.pagesPer12Hours
    case .weeklyHours: month.weeklyHours
    case .interruptions: month.freeTimeInterruptions
    case .nights: month.nightsPerWeek
    }
  }

  /// How far `month` is beyond the limit, relative to it; 0 where it holds.
  ///
  /// Limits on counts of people are judged on whole people: an expected 7.8 people are eight.
  package func excess(_ limit: Limit, of month: TeamMonth, team: Int) -> Double {
    let threshold = threshold(limit)
    switch limit {
    case .onCallShare, .neverOnCallShare, .adviceOnCallShare:
      guard layers[team] > 0 else { return 0 }
      let missing = fewest(limit, team: team) - month.callReady
      return max(0, missing) / Self.people(for: layers[team], at: threshold)
    case .minimumSeniors:
      return max(0, threshold - 0.5 - month.headcount.atLeast(.senior)) / max(threshold, 1)
    case .nights:
      guard layers[team] > 0 else { return 0 }
      let nights = Self.nights(of: month, from: threshold)
      return nights > threshold + 1e-9 ? (nights - threshold) / threshold : 0
    case .coverage, .seniorCoverage:
      return max(0, threshold - value(limit, of: month) - 1e-9) / max(threshold, 1e-9)
    case .burnout, .pagesPerShift, .weeklyHours, .interruptions:
      return max(0, value(limit, of: month) - threshold - 1e-9) / max(threshold, 1e-9)
    }
  }

  /// A bit for each limit that ``excess(_:of:team:)`` says is broken, in the order of `allCases`.
  ///
  /// It is asked of every team and month of every future, so it divides by nothing.
  func broken(by month: TeamMonth, team: Int) -> UInt16 {
    var bits = UInt16(0)
    func mark(_ limit: Limit, if isBroken: Bool) {
      if isBroken { bits |= 1 << UInt16(limit.position) }
    }
    func mark(_ limit: Limit, below value: Double) {
      mark(limit, if: threshold(limit) - value - 1e-9 > 0)
    }
    func mark(_ limit: Limit, above value: Double) {
      mark(limit, if: value - threshold(limit) - 1e-9 > 0)
    }
    mark(.coverage, below: month.quarterCoverage)
    mark(.seniorCoverage, below: month.quarterSeniorCoverage)
    mark(.burnout, above: month.burnout)
    mark(
      .minimumSeniors,
      if: threshold(.minimumSeniors) - 0.5 - month.headcount.atLeast(.senior) > 0)
    mark(.pagesPerShift, above: month.pagesPer12Hours)
    mark(.weeklyHours, above: month.weeklyHours)
    mark(.interruptions, above: month.freeTimeInterruptions)
    guard layers[team] > 0 else { return bits }
    mark(.onCallShare, if: leastReady.wanted[team] > month.callReady)
    mark(.neverOnCallShare, if: leastReady.never[team] > month.callReady)
    mark(.adviceOnCallShare, if: leastReady.advice[team] > month.callReady)
    let nights = threshold(.nights)
    mark(.nights, if: Self.nights(of: month, from: nights) > nights + 1e-9)
    return bits
  }

  /// The fewest call-ready people that keep to a limit on time on call.
  private func fewest(_ limit: Limit, team: Int) -> Double {
    switch limit {
    case .neverOnCallShare: leastReady.never[team]
    case .adviceOnCallShare: leastReady.advice[team]
    default: leastReady.wanted[team]
    }
  }

  /// Nights on call a week of whole people; 0 where there are fewer than `threshold`.
  ///
  /// Two nights a week is where the studies see the step.
  private static func nights(of month: TeamMonth, from threshold: Double) -> Double {
    guard month.nightsPerWeek >= threshold else { return 0 }
    let rounded = month.callReady.rounded()
    return month.nightsPerWeek * month.callReady / max(1, rounded)
  }
}
