package import Organization

/// The shifts of a rota over some weeks, on the clocks of its sites.
package struct RotaCalendar: Sendable {
  package let shifts: [RotaShift]
  /// Seconds since 1970-01-01 UTC, from the first handover to the last.
  package let period: RotaShift.Stretch

  /// Seconds that a site's clock is ahead of UTC at a time.
  package typealias Clock = @Sendable (_ site: Int, _ seconds: Int) -> Int

  /// - Parameters:
  ///   - rota: layers, length of shifts, sites. With several sites each stretch of the day is that of
  ///     the site where it is most convenient.
  ///   - firstDay: days since 1970-01-01 of the first handover.
  ///   - handover: minutes after midnight on the first site's clock.
  ///   - weeks: how long.
  ///   - holidays: days since 1970-01-01 that count as weekends.
  ///   - clock: of the sites.
  /// - Complexity: O(hours × sites).
  package init(
    _ rota: Rota, from firstDay: Int, at handover: Int, weeks: Int, holidays: Set<Int>,
    clock: @escaping Clock
  ) {
    let length = max(Self.step, Int(rota.shiftHours * 3_600) / Self.step * Self.step)
    let whole = weeks * 7 * 86_400
    /// The moment at which the first site's clock shows so many seconds since 1970.
    func moment(_ wall: Int) -> Int {
      let guess = wall - clock(0, wall)
      return wall - clock(0, guess)
    }
    let begin = firstDay * 86_400 + handover * 60
    var shifts = [RotaShift]()
    var (wall, turn) = (begin, 0)
    while wall < begin + whole {
      let end = min(wall + length, begin + whole)
      let stretches = Self.stretches(
        from: moment(wall), to: moment(end), sites: rota.sites.count, clock)
      for layer in 0..<max(0, rota.layers) {
        for (site, own) in stretches.enumerated() where !own.isEmpty {
          let hours = Self.hours(own, site: site, holidays, clock)
          shifts.append(
            RotaShift(turn: turn, layer: layer, site: site, stretches: own, hours: hours))
        }
      }
      (wall, turn) = (end, turn + 1)
    }
    self.shifts = shifts
    period = RotaShift.Stretch(start: moment(begin), end: moment(begin + whole))
  }

  /// Half an hour, which the clocks of all zones differ by some of, but for a few of a quarter.
  private static let step = 1_800

  /// Who is on call when: by site.
  private static func stretches(
    from start: Int, to end: Int, sites: Int, _ clock: Clock
  ) -> [[RotaShift.Stretch]] {
    guard sites > 1 else { return [[RotaShift.Stretch(start: start, end: end)]] }
    var found = [[RotaShift.Stretch]](repeating: [], count: sites)
    var current = 0
    for time in stride(from: start, to: end, by: step) {
      func inconvenience(_ site: Int) -> Int {
        DayWindow(at: weekHour(time + clock(site, time))).rawValue
      }
      // Whoever has the pager keeps it while nobody has a better time of the day.
      for site in 0..<sites where inconvenience(site) < inconvenience(current) { current = site }
      let until = min(time + step, end)
      if found[current].last?.end == time {
        found[current][found[current].count - 1].end = until
      } else {
        found[current].append(RotaShift.Stretch(start: time, end: until))
      }
    }
    return found
  }

  private static func hours(
    _ stretches: [RotaShift.Stretch], site: Int, _ holidays: Set<Int>, _ clock: Clock
  ) -> RotaHours {
    var sum = RotaHours()
    for stretch in stretches {
      for time in stride(from: stretch.start, to: stretch.end, by: step) {
        let hours = Double(min(step, stretch.end - time)) / 3_600
        let wall = time + clock(site, time)
        let hour = weekHour(wall)
        sum.all += hours
        if DayWindow(at: hour) == .sleep {
          sum.night += hours
        } else if hour >= 120 || holidays.contains(floorQuotient(wall, 86_400)) {
          sum.weekend += hours
        }
      }
    }
    return sum
  }

  /// Hours since Monday, 00:00; day 0 of 1970 was a Thursday.
  private static func weekHour(_ wall: Int) -> Double {
    let seconds = wall + 3 * 86_400
    return Double(seconds - floorQuotient(seconds, 604_800) * 604_800) / 3_600
  }

  private static func floorQuotient(_ value: Int, _ divisor: Int) -> Int {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }
}
