/// The even steps that the times of a data file fall on.
struct TimeGrid: Equatable {
  let cadence: Cadence

  /// The finest of `cadences`, which all series of a file then have to follow.
  static func finest(_ cadences: [Cadence]) -> Cadence? {
    let order: [Cadence] = [.hourly, .daily, .weekly, .monthly]
    return order.first { cadences.contains($0) }
  }

  /// Reads the cadence off ascending times.
  ///
  /// - Returns: `nil` if there are fewer than two times, or a reason why no cadence fits.
  static func cadence(of times: [TimeLabel]) -> Result<Cadence?, GridFault> {
    guard let first = times.first, times.count > 1 else {
      return .success(times.first?.precision == .month ? .monthly : nil)
    }
    if first.precision == .month || isMonthly(times) { return .success(.monthly) }
    let day = 86_400
    let isDaily = times.allSatisfy { ($0.wallSeconds - first.wallSeconds) % day == 0 }
    let gaps = zip(times.dropFirst(), times).map { later, earlier in
      isDaily ? later.wallSeconds - earlier.wallSeconds : later.seconds - earlier.seconds
    }
    guard let smallest = gaps.min() else { return .success(nil) }
    if smallest == 3_600 { return .success(.hourly) }
    if smallest == day { return .success(.daily) }
    if smallest % (7 * day) == 0, gaps.allSatisfy({ $0 % (7 * day) == 0 }) {
      return .success(.weekly)
    }
    return .failure(.step(seconds: smallest))
  }

  /// True if the times are one per month, all on one day of the month or all on the last.
  private static func isMonthly(_ times: [TimeLabel]) -> Bool {
    guard times.allSatisfy({ $0.precision != .time || $0.wallSeconds % 86_400 == 0 }) else {
      return false
    }
    let dates = times.map { CivilDay.date(of: $0.day) }
    let isSameDay = dates.allSatisfy { $0.day == dates[0].day }
    let isLastDay = dates.allSatisfy { $0.day == CivilDay.days(inMonth: $0.month, of: $0.year) }
    return isSameDay || isLastDay
  }

  /// Which step a time falls on, counted from an arbitrary origin; `nil` between two steps.
  func step(of time: TimeLabel, first: TimeLabel) -> Int? {
    switch cadence {
    case .monthly: return time.month
    case .daily: return (time.wallSeconds - first.wallSeconds) % 86_400 == 0 ? time.day : nil
    case .weekly:
      let seconds = time.wallSeconds - first.wallSeconds
      return seconds % (7 * 86_400) == 0 ? seconds / (7 * 86_400) : nil
    case .hourly:
      return (time.seconds - first.seconds) % 3_600 == 0
        ? floorDivide(time.seconds, by: 3_600) : nil
    }
  }

  /// True if steps `gap` apart are a coarser cadence than this one.
  func isCoarser(gap: Int) -> Bool {
    switch cadence {
    case .hourly: gap == 24 || gap == 168
    case .daily: gap == 7 || (28...31).contains(gap)
    case .weekly: gap == 4 || gap == 5
    case .monthly: gap == 12
    }
  }

  /// Builds the history, with NaN on steps that have no value.
  func history(first: TimeLabel, steps: [Int], values: [Double]) -> TrafficHistory {
    let base = steps.first ?? 0
    var filled = [Double](repeating: .nan, count: (steps.last ?? base) - base + 1)
    for (step, value) in zip(steps, values) { filled[step - base] = value }
    switch cadence {
    case .hourly:
      let hour = floorDivide(first.seconds, by: 3_600)
      let day = floorDivide(hour, by: 24)
      return TrafficHistory(
        cadence: cadence, firstDay: day, firstHour: hour - day * 24, values: filled)
    case .daily, .weekly:
      return TrafficHistory(cadence: cadence, firstDay: first.day, values: filled)
    case .monthly:
      let date = CivilDay.date(of: first.day)
      let day = CivilDay.number(year: date.year, month: date.month, day: 1)
      return TrafficHistory(cadence: cadence, firstDay: day, values: filled)
    }
  }
}

/// Why times do not form even steps.
enum GridFault: Error, Equatable {
  /// The smallest gap is none that cadre knows.
  case step(seconds: Int)
}
