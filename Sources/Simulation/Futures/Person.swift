/// An employee in one future.
///
/// Where leaving is not left to chance, somebody leaves bit by bit, and where hiring is not, part of
/// somebody may start.
struct Person: Sendable {
  /// What her random numbers are found by; not a name.
  var id: EntityID
  /// Index into ``Organization/levels``.
  var level: Int
  /// Month of the plan of the first day, negative before it; `nil` where tenure is unknown.
  var start: Int?
  /// 1, or what is expected to be left of her.
  var count: Double
  /// 1 for those who take part in the rota, otherwise 0.
  var onRota: Double
  /// Hired under the plan: may still leave early.
  var isHire: Bool
  /// Whether she is burned out; without meaning where burnout is not left to chance.
  var isBurnedOut: Bool
  /// Month of the last promotion, where a further one may follow.
  var levelSince: Int?
  /// Where she came from another team under the plan.
  var change: TeamChange?
}
