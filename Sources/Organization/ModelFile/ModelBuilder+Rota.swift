import Foundation

extension ModelBuilder {
  /// The rota of a team; `nil` where it says `none`.
  mutating func buildRota(_ value: Checked?) -> Rota? {
    if value?.text == "none" { return nil }
    let entries = value?["sites"]?.entries ?? []
    let sites = entries.compactMap { entry in
      site(entry.id, zone: entry.value["zone"] ?? entry.value)
    }
    return Rota(
      layers: Int(value?["layers"]?.exact ?? assumptions[.oncallDefaultLayers]),
      shiftHours: value?["shift"]?.exact ?? 168, sites: sites.isEmpty ? [.utc] : sites,
      countsPeople: entries.contains { $0.value["people"] != nil },
      hasEscalation: value?["escalation"]?.flag ?? true)
  }

  mutating func site(_ name: String, zone value: Checked) -> Site? {
    guard let zone = value.text else { return nil }
    if zones[zone] == nil { zones[zone] = .some(Self.site(in: zone, year: start.year)) }
    if var site = zones[zone] ?? nil {
      site.name = name
      return site
    }
    report(.unknownTimeZone(zone, nearest: ZoneName.nearest(to: zone)), at: value.position)
    return nil
  }

  /// Whether there is such a time zone.
  static func isZone(_ name: String) -> Bool { site(in: name, year: 2000) != nil }

  /// A site with the offsets of a zone in the middle of January and July; `nil` if there is none.
  private static func site(in zone: String, year: Int) -> Site? {
    guard let known = ZoneName.zone(zone) else { return nil }
    func hours(month: Int) -> Double {
      let days = CalendarDate.dayNumber(year: year, month: month, day: 15)
      return Double(known.secondsFromGMT(for: Date(timeIntervalSince1970: Double(days) * 86_400)))
        / 3_600
    }
    return Site(name: "", zone: zone, offsetHours: (hours(month: 1), hours(month: 7)))
  }
}
