import Organization

extension TeamLoad {
  /// Less than four weeks of a rota say nothing of how often people are on call.
  static let leastWeeks = 4.0
  /// Hours that an incident costs with its follow-up.
  ///
  /// [Google SRE book ch. 11]
  private static let hoursPerIncident = 6.0
  private static let weeksPerQuarter = 13.0

  /// Holds what is known against what is published, in the order of the limits.
  ///
  /// - Parameter months: for which pages were watched.
  mutating func check(months: Double) {
    var checks: [LoadCheck] = []
    let shipped = Assumptions.shipped
    if let rota {
      if let duty = rota.pages {
        checks.append(
          LoadCheck(
            limit: .pagesPerShift, value: duty.overShare, threshold: 0,
            detail: "\(duty.overLimit) of \(duty.pieces), at most \(duty.most) pages"))
      }
      if rota.weeks >= Self.leastWeeks {
        let share = rota.share.mean
        checks += [
          LoadCheck(limit: .timeAdvice, value: share, threshold: shipped[.oncallMaxTimeShare]),
          LoadCheck(limit: .time, value: share, threshold: shipped[.oncallWarnTimeShare]),
          LoadCheck(limit: .timeNever, value: share, threshold: shipped[.oncallFailTimeShare]),
          LoadCheck(
            limit: .nights, value: rota.nightsPerWeek.mean,
            threshold: shipped[.oncallNightsPerWeek]),
          LoadCheck(
            limit: .people, value: Double(people),
            threshold: shipped[.oncallMinPeopleSingleSite]),
        ]
        if rota.weeks >= Self.weeksPerQuarter {
          let perPerson = Double(rota.shifts) / Double(Swift.max(1, people))
          checks.append(
            LoadCheck(
              limit: .tooRare, value: rota.weeks / Swift.max(perPerson, .leastNonzeroMagnitude),
              threshold: Self.weeksPerQuarter))
        }
      }
      if let duty = rota.pages {
        if duty.perWeek >= 7 {
          checks.append(
            LoadCheck(
              limit: .shiftHours, value: rota.shiftHours,
              threshold: shipped[.oncallMaxShiftHours],
              detail: "\(Self.tenths(duty.perWeek / 7)) pages a day"))
        }
        checks.append(
          LoadCheck(
            limit: .effort, value: duty.perWeek * Self.hoursPerIncident,
            threshold: shipped[.hoursContract],
            detail: "\(Self.tenths(duty.perWeek)) pages in a week on call"))
      }
      if rota.brokenNights.of > 0, interruptions.total > 0 {
        checks.append(
          LoadCheck(
            limit: .rest, value: Double(rota.brokenNights.count), threshold: 0,
            detail: "of \(rota.brokenNights.of) nights"))
      }
    }
    if interruptions.total > 0 {
      checks.append(
        LoadCheck(
          limit: .free, value: freePerMonth.most, threshold: shipped[.oncallInterruptionsLimit],
          detail: "of whoever has the most"))
    }
    self.checks = checks.sorted { Self.place($0.limit) < Self.place($1.limit) }
  }

  private static func place(_ limit: LoadLimit) -> Int {
    LoadLimit.allCases.firstIndex(of: limit) ?? 0
  }

  private static func tenths(_ value: Double) -> String {
    Printable.number((value * 10).rounded() / 10)
  }
}
