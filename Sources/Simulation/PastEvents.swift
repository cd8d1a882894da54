import Forecasting
import Organization

/// What the model's events have done to a history already.
///
/// They are taken out before anything is learnt from it, and what lasts or comes again is put back
/// into the forecast, so that nothing counts twice.
struct PastEvents {
  private let events: [TrafficEvent.Kind]

  init(_ events: [TrafficEvent.Kind]) { self.events = events }

  /// Lifts what was before each launch to the level after it.
  func levelled(_ traffic: CountedTraffic) -> [Double] {
    var values = traffic.values
    guard let days = traffic.days else { return values }
    for case .step(let from, let level) in events {
      let day = CalendarMonth(index: from.index).firstDay
      guard days.contains(day) else { continue }
      for step in 0..<traffic.steps(before: day) { values[step] *= 1 + level.mean }
    }
    return values
  }

  /// What a month's mean and busiest day are multiplied with by the campaigns in it.
  func campaigns(in month: YearMonth) -> (mean: Double, peak: Double) {
    events.reduce(into: (mean: 1, peak: 1)) { factors, event in
      guard let effect = CampaignEffect(event, in: month) else { return }
      factors.mean *= effect.mean(effect.lift.mean)
      factors.peak *= effect.height.mean
    }
  }

  /// The steps of months with a campaign, whose wild days are known.
  func campaignSteps(_ traffic: CountedTraffic) -> [ClosedRange<Int>] {
    guard let days = traffic.days else { return [] }
    let months =
      CalendarMonth(
        containing: days.lowerBound
      ).index...CalendarMonth(containing: days.upperBound).index
    return months.compactMap { index in
      guard events.contains(where: { CampaignEffect($0, in: YearMonth(index: index)) != nil })
      else { return nil }
      let first = traffic.steps(before: CalendarMonth(index: index).firstDay)
      let end = traffic.steps(before: CalendarMonth(index: index + 1).firstDay)
      return first < end ? first...end - 1 : nil
    }
  }
}

/// What a campaign does to one month.
struct CampaignEffect {
  /// On the mean of its days.
  let lift: ThreePoint
  /// On the busiest day.
  let height: ThreePoint
  private let share: Double

  static let daysPerMonth = 365.0 / 12

  /// `nil` if the event is none or is not on in `month`.
  init?(_ event: TrafficEvent.Kind, in month: YearMonth) {
    guard case .campaign(let when, let days, let lift, let height, let yearly) = event else {
      return nil
    }
    let isOn = yearly ? month >= when && month.month == when.month : month == when
    guard isOn else { return nil }
    (self.lift, self.height) = (lift, height)
    share = min(1, days / Self.daysPerMonth)
  }

  /// What the month's mean is multiplied with where its days are by `lift`.
  func mean(_ lift: Double) -> Double { 1 + (lift - 1) * share }
}
