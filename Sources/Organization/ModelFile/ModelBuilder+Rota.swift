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
    report(.unknownTimeZone(zone, nearest: Self.nearestZone(to: zone)), at: value.position)
    return nil
  }

  /// Whether there is such a time zone.
  static func isZone(_ name: String) -> Bool { site(in: name, year: 2000) != nil }

  static func nearestZone(to name: String) -> String? {
    Nearest.name(to: name, among: TimeZone.knownTimeZoneIdentifiers)
  }

  /// A site with the offsets of a zone in the middle of January and July; `nil` if there is none.
  private static func site(in zone: String, year: Int) -> Site? {
    guard isZoneName(zone), let known = TimeZone(identifier: zone) else { return nil }
    func hours(month: Int) -> Double {
      let days = CalendarDate.dayNumber(year: year, month: month, day: 15)
      return Double(known.secondsFromGMT(for: Date(timeIntervalSince1970: Double(days) * 86_400)))
        / 3_600
    }
    return Site(name: "", zone: zone, offsetHours: (hours(month: 1), hours(month: 7)))
  }

  /// Zone names become paths inside some time zone libraries, so they are held against a form.
  private static func isZoneName(_ name: String) -> Bool {
    guard (1...64).contains(name.utf8.count) else { return false }
    return !name.hasPrefix("/") && !name.contains("..")
      && name.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
          || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "+")
      }
  }
}
