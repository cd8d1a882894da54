import Organization

/// What a future is played with.
package struct World: Sendable {
  var model: StaffingModel
  var start: StartingPoint
  var course: ServiceCourse
}

/// Draws the worlds of futures, one after another.
///
/// Plans that differ in nothing but their seats can be played in the same world, which is a third of the
/// work of a future.
package struct WorldDrawing: Sendable {
  private let plan: FuturePlan
  /// The organisation as it was drawn last, to draw into.
  private var drawn: Organization

  package init(_ plan: FuturePlan) {
    self.plan = plan
    drawn = plan.organization
  }

  /// The world of one future.
  ///
  /// - Parameter replication: number of the future.
  /// - Returns: what it is played with.
  /// - Complexity: O(organisation × months).
  package mutating func world(of replication: Int) -> World {
    plan.world(of: replication, drawing: &drawn)
  }
}
