package import Organization

/// How much of the night and of free time a rota with several sites still carries.
///
/// Every half hour of the week is carried by the site for which it is most convenient; the windows
/// are PagerDuty's: work 08-18 on weekdays, sleep 22-08, the rest is off hours. Clocks are compared
/// in January and in July, so that daylight saving counts.
package struct RotaWindows: Hashable, Sendable {
  /// Sleep hours carried, relative to a single site (10 hours a day); 1 for one site.
  package let night: Double
  /// Off hours carried, relative to a single site (48 hours a week); 1 for one site.
  package let offHours: Double

  package init(sites: [Site]) {
    guard sites.count > 1 else {
      night = 1
      offHours = 1
      return
    }
    let january = Self.hoursCarried(offsets: sites.map(\.offsetHours.january))
    let july = Self.hoursCarried(offsets: sites.map(\.offsetHours.july))
    night = (january.night + july.night) / (2 * 70)
    offHours = (january.off + july.off) / (2 * 48)
  }

  /// Hours a week that fall into somebody's night and free time.
  private static func hoursCarried(offsets: [Double]) -> (night: Double, off: Double) {
    var night = 0.0
    var off = 0.0
    for halfHour in 0..<336 {
      let windows = offsets.map { DayWindow(at: Double(halfHour) / 2 + $0) }
      switch windows.min(by: { $0.rawValue < $1.rawValue }) ?? .work {
      case .work: break
      case .off: off += 0.5
      case .sleep: night += 0.5
      }
    }
    return (night, off)
  }
}
