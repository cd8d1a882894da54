/// What is known of planning for all scenarios at once.
package enum RobustAnswer: Sendable {
  case plan(RobustPlan)
  /// There is one scenario only, so that the plan for it is the plan for all.
  case single
  /// The solver found no first quarter from which all scenarios can go on.
  case notFound
}
