package import Organization

/// What pages and rotas ask of the people of one team, without saying who they are.
package struct TeamLoad: Sendable {
  /// As the map or the sources call it.
  package var name: String
  /// Whoever was on call, or else was paged.
  package var people: Int
  /// Pages, each to every person that it went to; those to one person within a minute are one.
  package var interruptions: WindowCounts
  /// Pages to somebody that came within a minute of another.
  package var merged: Int
  /// Different hours of somebody's clock in which a page came.
  package var hoursDisrupted: Int
  /// Pages outside of working hours, of each person in a month of 30.4375 days: on average and at most.
  package var freePerMonth: (mean: Double, most: Double)
  /// `nil` where no shifts are known.
  package var rota: RotaLoad?
  package var checks: [LoadCheck] = []
  /// Where it is first named.
  package var position: SourcePosition
}
