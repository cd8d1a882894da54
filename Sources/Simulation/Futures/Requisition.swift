/// A position that somebody is wanted for.
///
/// Where hiring is not left to chance those of a team and level that stand alike are kept together.
struct Requisition: Sendable {
  /// What its random numbers are found by, and those of whoever takes the position.
  var id: EntityID
  /// Index into ``Organization/teams``.
  var team: Int
  /// Index into ``Organization/levels``.
  var level: Int
  var count: Double
  /// Month in which it was opened.
  var opened: Int
  /// Candidates that have declined.
  var declined = 0
  /// Month in which the candidate starts or declines; `nil` waits for a recruiter.
  var due: Int?
  /// Whether the candidate has said that she comes.
  var isAccepted = false
}
