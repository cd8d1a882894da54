/// What is worth telling of one future.
package struct FutureStory: Hashable, Sendable {
  package enum Event: Hashable, Sendable {
    /// A requisition of the plan.
    case opened(level: Int)
    case declined(level: Int)
    case joined(level: Int)
    /// A backfill opens at once.
    case left(level: Int, isBurnedOut: Bool)
    /// Somebody comes from another team.
    case transferred(level: Int, from: Int)
    /// Somebody rises to this level.
    case promoted(level: Int)
    case burnedOut(level: Int)
    case recovered(level: Int)
    /// A contract; `start` is its first working day in months of the plan.
    case signed(partner: Int, level: Int, start: Double)
    /// Traffic passes what a service can carry; `isReady` says whether its step of scaling is done.
    case outgrown(service: Int, isReady: Bool)
    /// A step of scaling that was late is done.
    case caughtUp(service: Int)
  }

  package struct Entry: Hashable, Sendable {
    package var month: Int
    /// Index into ``Organization/teams``; `nil` for what concerns services alone.
    package var team: Int?
    package var event: Event
  }

  package private(set) var entries: [Entry] = []
  private var lateServices = Set<Int>()

  package init() {}

  mutating func tell(_ event: Event, team: Int?, month: Int) {
    entries.append(Entry(month: month, team: team, event: event))
  }

  mutating func scaling(of service: Int, in month: Int, course: ServiceCourse, backlog: Double) {
    let isLate = course.scaling.late(service, in: month, backlog: backlog) > 0
    if course.scaling.isOutgrown(service, in: month) {
      tell(.outgrown(service: service, isReady: !isLate), team: nil, month: month)
    } else if !isLate, lateServices.contains(service) {
      tell(.caughtUp(service: service), team: nil, month: month)
    }
    if isLate { lateServices.insert(service) } else { lateServices.remove(service) }
  }
}
