import Organization
package import Simulation

/// Plays plans that differ in nothing but their seats in the same futures, each of which is drawn once.
package struct FutureJudges: Sendable {
  /// In the order of the plans.
  package let judges: [FutureJudge]
  /// The plan that draws; what is asked of people who change teams has a range only where somebody does.
  private let drawing: FuturePlan

  /// - Parameters:
  ///   - plans: to be played.
  ///   - base: the organisation in its futures; its own seats do not matter.
  package init(_ plans: [StaffingPlan], base: FuturePlan) {
    judges = plans.map { FutureJudge(base.changed(staffing: $0)) }
    drawing = judges.map(\.plan).max { $0.estimates.count < $1.estimates.count } ?? base
  }

  /// One plan by itself.
  init(_ judge: FutureJudge) { (judges, drawing) = ([judge], judge.plan) }

  /// Plays futures by their numbers; what ``FutureJudge/play(_:)`` makes of each plan by itself.
  ///
  /// - Returns: by plan.
  /// - Complexity: O(plans × futures × months × (services + people)).
  package func play(_ futures: Range<Int>) -> [FutureBatch] {
    var drawing = WorldDrawing(drawing)
    var courses = judges.map { FutureCourse($0.plan) }
    var batches = judges.map { $0.batch(of: futures) }
    for (row, future) in futures.enumerated() {
      let world = drawing.world(of: future)
      for plan in judges.indices {
        courses[plan].play(future, in: world)
        judges[plan].add(courses[plan].result, row: row, to: &batches[plan])
      }
    }
    return batches
  }
}
