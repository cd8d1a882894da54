/// One turn of one layer of a rota, which one person takes.
package struct RotaShift: Hashable, Sendable {
  /// A stretch of time on call, in seconds since 1970-01-01 UTC.
  package struct Stretch: Hashable, Sendable {
    package var start: Int
    package var end: Int

    package init(start: Int, end: Int) {
      self.start = start
      self.end = end
    }
  }

  /// Number of the turn, from 0; all layers and sites of a turn have the same.
  package var turn: Int
  /// From 0, the primary.
  package var layer: Int
  /// Index into ``Organization/Rota/sites``.
  package var site: Int
  /// In order and without overlaps; several where the pager follows the sun.
  package var stretches: [Stretch]
  package var hours: RotaHours

  package var start: Int { stretches.first?.start ?? 0 }
  package var end: Int { stretches.last?.end ?? 0 }
}

/// Hours on call by what they cost whoever is.
package struct RotaHours: Hashable, Sendable {
  /// All of them.
  package var all = 0.0
  /// From 22 to 08, on whatever day.
  package var night = 0.0
  /// From 08 to 22 on Saturdays, Sundays and holidays.
  package var weekend = 0.0

  package init() {}

  static func += (sum: inout RotaHours, hours: RotaHours) {
    sum.all += hours.all
    sum.night += hours.night
    sum.weekend += hours.weekend
  }
}

/// What an hour on call counts when load is shared out; one of a weekday between 08 and 22 in the first
/// layer is 1.
///
/// Nobody has measured these; they are what companies that pay for on-call commonly pay, and a guess.
package struct RotaWeights: Hashable, Sendable {
  package var night = 2.0
  package var weekend = 2.0
  /// Of layers after the first, which answer where that does not.
  package var laterLayers = 0.5

  package init() {}

  package func load(_ hours: RotaHours, layer: Int) -> Double {
    (hours.all + (night - 1) * hours.night + (weekend - 1) * hours.weekend)
      * (layer == 0 ? 1 : laterLayers)
  }
}
