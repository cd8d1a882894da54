/// Something that fails as traffic rises.
package struct StressFailure: Hashable, Sendable {
  package enum Subject: Hashable, Sendable {
    /// Index into ``Organization/services``: its busiest day passes what it can carry.
    case service(Int)
    /// Index into ``Organization/teams``, and the limit that it breaks.
    case team(Int, Limit)
  }

  package enum Remedy: Hashable, Sendable {
    /// Doublings of what a service carries, and the hours they take.
    case scale(steps: Int, hours: Double)
    /// Ramped-up people with whom a team would keep its limits at the highest multiple; `nil` where
    /// even many would not do. The level is that of the first to hire.
    case people(Int?, level: Int)
    /// Share of the pages that has to go, as no number of people makes a shift quieter.
    case fewerPages(Double)
  }

  /// Of today's traffic, 1 where it fails already.
  package var multiple: Double
  package var subject: Subject
  package var remedy: Remedy
  /// Months until the remedy works.
  package var leadMonths: Double

  /// Services before teams, each in the order of the model.
  var order: Int {
    switch subject {
    case .service(let index): index
    case .team(let index, let limit): 1_000_000 + index * 100 + limit.position
    }
  }
}
