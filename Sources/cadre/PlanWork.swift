import LinearProgramming
import Organization
import Planning
import Simulation

/// Searches for plans as options say: the heuristic, the optimiser, then futures that judge them.
struct PlanWork {
  let console: Console
  let effort: EffortOptions
  let observer: PlanObserver
  let meter: ProgressMeter
  /// `nil` leaves it at the heuristic.
  let solver: (any Solver)?

  /// A search that is done but for its answer, or partial where a signal came.
  ///
  /// - Parameters:
  ///   - base: the organisation with backfills only, in its futures.
  ///   - outlook: its traffic.
  ///   - strategies: those to compare.
  ///   - committed: seats that are decided already, and so part of every plan, as-is too.
  ///   - locked: seats that every plan of the optimiser has to have.
  /// - Returns: the search, to be asked for its answer.
  /// - Throws: ``PlanningStopped`` where a signal came before anything was compared.
  func search(
    _ base: FuturePlan, _ outlook: TrafficOutlook, _ strategies: Set<Strategy>,
    committed: [Seat] = [], locked: [Seat] = []
  ) throws -> PlanSearch {
    var planning = observer.search(
      base.organization, traffic: outlook, committed: committed)
    try console.journal.measure("planning") {
      try observer.follow { try planning.compare(strategies, keepingTwins: solver != nil) }
    }
    if let solver {
      console.journal.measure("optimising") {
        observer.follow {
          planning.optimise(base, solver: solver, settings: effort.settings, locked: locked)
        }
      }
    }
    guard let futures = effort.futures, Interruption.signal == nil else { return planning }
    let work = FutureWork(threads: nil, meter: meter, logger: console.journal.logger)
    do {
      try console.journal.measure("judging plans") {
        planning.take(try work.judge(planning.trials(base, futures: futures)))
      }
    } catch {
      // The plans are not lost by it.
      guard Interruption.signal != nil else { throw error }
      planning.stop()
    }
    return planning
  }
}
