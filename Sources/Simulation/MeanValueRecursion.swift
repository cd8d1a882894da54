import Organization

/// The organisation month by month with every random quantity at its mean.
///
/// It is what the simulation becomes without noise, and fast enough to judge hundreds of plans a
/// second. People are expected counts, so a team may lose a tenth of a person in a month.
///
/// One month goes: requisitions open and starters arrive; capacity; traffic makes work and pages;
/// the work is done in order of urgency; what is left becomes overtime, debt, overdue scaling or
/// slip; load moves burnout; people leave and backfills open.
/// - Complexity: O(months × (services + teams × levels × cohorts)).
package struct MeanValueRecursion: Sendable {
  private let model: StaffingModel
  private let start: StartingPoint

  /// Prepares runs for one organisation.
  package init(_ model: StaffingModel) {
    self.model = model
    start = StartingPoint(model)
  }

  /// The same, with other numbers of employees by team on the first day, 0 or more, and each team's
  /// levels in proportion; a team of nobody stays one.
  package init(_ model: StaffingModel, people: [Double]) {
    self.model = model
    var start = StartingPoint(model)
    for (team, count) in people.enumerated() where start.teams[team].inHouse > 0 {
      let factor = count / start.teams[team].inHouse
      for cohort in start.teams[team].cohorts.indices {
        start.teams[team].cohorts[cohort].count *= factor
      }
    }
    self.start = start
  }

  /// Works out what a course of traffic does to the services, to be played with several plans.
  ///
  /// - Precondition: `future` covers at least the months of the model.
  package func prepare(_ future: TrafficFuture) -> ServiceCourse {
    ServiceCourse(model, future: future)
  }

  /// Plays one plan on one course of traffic.
  package func run(_ services: ServiceCourse, plan: StaffingPlan) -> Trajectory {
    var course = MeanValueCourse(model, from: start, services: services, plan: plan)
    for month in 0..<model.months { course.step(month) }
    return course.result
  }

  /// Plays one plan on a course of traffic that is needed only once.
  ///
  /// - Precondition: `future` covers at least the months of the model.
  package func run(future: TrafficFuture, plan: StaffingPlan) -> Trajectory {
    run(prepare(future), plan: plan)
  }
}
