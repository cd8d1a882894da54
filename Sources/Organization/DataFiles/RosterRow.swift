/// One person of a roster, without a name.
package struct RosterRow: Hashable, Sendable {
  package var team: String
  package var level: String
  /// The month of joining, where known.
  package var startMonth: YearMonth?
  package var site: String?
  package var takesPager: Bool
  /// Where the row starts, for problems that only the model can see.
  package var position: SourcePosition

  package init(
    team: String, level: String, startMonth: YearMonth? = nil, site: String? = nil,
    takesPager: Bool = true, position: SourcePosition
  ) {
    self.team = team
    self.level = level
    self.startMonth = startMonth
    self.site = site
    self.takesPager = takesPager
    self.position = position
  }
}
