/// One place from which people are on call.
package struct Site: Hashable, Sendable {
  package var name: String
  /// IANA name, such as `Europe/Berlin`.
  package var zone: String
  /// Hours ahead of UTC in the middle of January and of July of the plan's first year.
  package var offsetHours: (january: Double, july: Double)

  package init(name: String, zone: String, offsetHours: (january: Double, july: Double)) {
    self.name = name
    self.zone = zone
    self.offsetHours = offsetHours
  }

  package static let utc = Site(name: "utc", zone: "UTC", offsetHours: (0, 0))

  package static func == (a: Site, b: Site) -> Bool {
    a.name == b.name && a.zone == b.zone && a.offsetHours == b.offsetHours
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(zone)
  }
}

/// Who is on call, how many at once, from where.
package struct Rota: Hashable, Sendable {
  /// People on call at the same time: 1 is a primary, 2 adds a secondary.
  package var layers: Int
  /// Hours in a shift; a week is 168.
  package var shiftHours: Double
  /// At least one; with several the pager follows the sun.
  package var sites: [Site]
  /// Whether the model says how many people are at each site, so that the pager follows the sun only
  /// to sites that have enough.
  package var countsPeople: Bool
  /// Whether a page that nobody answers goes on to somebody outside the rota.
  package var hasEscalation: Bool

  package init(
    layers: Int, shiftHours: Double = 168, sites: [Site] = [.utc], countsPeople: Bool = false,
    hasEscalation: Bool = true
  ) {
    self.layers = layers
    self.shiftHours = shiftHours
    self.sites = sites
    self.countsPeople = countsPeople
    self.hasEscalation = hasEscalation
  }
}
