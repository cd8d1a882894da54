import Organization

extension RecurrenceRule {
  /// The times at which an event comes, the first among them, in order.
  ///
  /// The first is there whatever the rule says of it, and counts [RFC 5545, 3.8.5.3].
  ///
  /// - Parameters:
  ///   - start: of the first, in seconds on its clock.
  ///   - last: times after it are left out; it bounds rules without an end.
  ///   - limit: more than these are not made.
  ///   - isOver: whether a time is past the rule's own end.
  /// - Returns: seconds on the clock, and whether `limit` cut them off.
  /// - Complexity: O(periods of the rule up to `last`).
  func times(
    from start: Int, through last: Int, limit: Int, isOver: (Int) -> Bool
  ) -> (walls: [Int], isCut: Bool) {
    var walls = [start]
    let most = min(count ?? .max, limit)
    var period = 0
    while walls.count < most {
      let candidates = candidates(start, period)
      guard let first = candidates.earliest, first <= last else { break }
      for wall in candidates.walls where wall > start {
        if wall > last || isOver(wall) { return (walls, false) }
        walls.append(wall)
        if walls.count == most { break }
      }
      period += 1
    }
    return (walls, walls.count == limit && (count ?? .max) > limit)
  }

  /// The times of the period that is so many intervals after the first, and when it begins.
  private func candidates(_ start: Int, _ period: Int) -> (walls: [Int], earliest: Int?) {
    let day = floorDivide(start, by: Instant.secondsPerDay)
    let clock = start - day * Instant.secondsPerDay
    func walls(_ days: [Int]) -> [Int] { days.sorted().map { $0 * Instant.secondsPerDay + clock } }
    switch frequency {
    case .hourly:
      let wall = start + period * interval * Instant.secondsPerHour
      return ([wall], wall)
    case .daily:
      let next = day + period * interval
      return (walls(keeps(next) ? [next] : []), next * Instant.secondsPerDay)
    case .weekly:
      let monday = day - Self.weekday(day, from: weekStart) + period * interval * 7
      let wanted = weekdays.isEmpty ? [Weekday(day: Self.weekday(day), place: 0)] : weekdays
      let days = wanted.map { monday + ($0.day - weekStart + 7) % 7 }
      return (walls(days.filter(isInMonths)), monday * Instant.secondsPerDay)
    case .monthly:
      let first = CivilDay.date(of: day)
      let month = first.year * 12 + first.month - 1 + period * interval
      return (
        walls(days(ofMonth: month, default: first.day)), Self.start(ofMonth: month)
      )
    case .yearly:
      let first = CivilDay.date(of: day)
      let year = first.year + period * interval
      let wanted = months.isEmpty ? [first.month] : months
      return (
        walls(wanted.flatMap { days(ofMonth: year * 12 + $0 - 1, default: first.day) }),
        Self.start(ofMonth: year * 12)
      )
    }
  }

  /// Monday is 0; 1970-01-01 was a Thursday.
  private static func weekday(_ day: Int, from first: Int = 0) -> Int {
    let weekday = (day + 3) - floorDivide(day + 3, by: 7) * 7
    return (weekday - first + 7) % 7
  }

  private static func start(ofMonth month: Int) -> Int {
    let year = floorDivide(month, by: 12)
    return CivilDay.number(year: year, month: month - year * 12 + 1, day: 1)
      * Instant.secondsPerDay
  }

  private func isInMonths(_ day: Int) -> Bool {
    months.isEmpty || months.contains(CivilDay.date(of: day).month)
  }

  /// Whether a day is one that a daily rule takes.
  private func keeps(_ day: Int) -> Bool {
    guard isInMonths(day) else { return false }
    let isWeekday = weekdays.isEmpty || weekdays.contains { $0.day == Self.weekday(day) }
    return isWeekday && isMonthDay(day)
  }

  private func isMonthDay(_ day: Int) -> Bool {
    guard !monthDays.isEmpty else { return true }
    let date = CivilDay.date(of: day)
    let length = CivilDay.days(inMonth: date.month, of: date.year)
    return monthDays.contains { $0 > 0 ? $0 == date.day : length + $0 + 1 == date.day }
  }

  /// The days of a month that the rule takes; `default` where it names none, and the month has it.
  private func days(ofMonth month: Int, default day: Int) -> [Int] {
    let year = floorDivide(month, by: 12)
    let number = month - year * 12 + 1
    guard months.isEmpty || months.contains(number) else { return [] }
    let first = CivilDay.number(year: year, month: number, day: 1)
    let length = CivilDay.days(inMonth: number, of: year)
    if weekdays.isEmpty, monthDays.isEmpty { return day <= length ? [first + day - 1] : [] }
    return (first..<first + length).filter { day in
      isMonthDay(day)
        && (weekdays.isEmpty || weekdays.contains { fits($0, day, first: first, length: length) })
    }
  }

  private func fits(_ wanted: Weekday, _ day: Int, first: Int, length: Int) -> Bool {
    guard wanted.day == Self.weekday(day) else { return false }
    if wanted.place == 0 { return true }
    let fromStart = (day - first) / 7 + 1
    let fromEnd = (first + length - 1 - day) / 7 + 1
    return wanted.place > 0 ? wanted.place == fromStart : -wanted.place == fromEnd
  }
}
