import Logging
import Organization
import Planning
import Reporting
import Simulation
import Synchronization

/// Follows the search for a plan: shows progress, counts, and stops it on a signal.
final class PlanObserver: Sendable {
  private struct Count {
    var work: PlanningStep.Work?
    var runs = 0
    var runsBefore = 0
    var pace = StrategyPace()
  }

  private let meter: ProgressMeter
  private let logger: Logger
  private let count = Mutex(Count())

  init(meter: ProgressMeter, logger: Logger) {
    self.meter = meter
    self.logger = logger
  }

  /// A search that this observer follows and signals end; every plan has the committed seats.
  func search(
    _ organization: Organization, traffic: TrafficOutlook, committed: [Seat] = []
  ) -> PlanSearch {
    PlanSearch(organization, traffic: traffic, committed: committed, watch: watch) { count, body in
      Parallel.perform(count, body)
    }
  }

  /// Does a part of a search, and clears what it showed of its progress.
  func follow<Value>(_ part: () throws -> Value) rethrows -> Value {
    defer {
      meter.finish()
      note()
    }
    return try part()
  }

  /// For searches beside the recommendation's own.
  var watch: PlanningWatch {
    PlanningWatch(report: { self.follow($0) }, isCancelled: { Interruption.signal != nil })
  }

  private func follow(_ step: PlanningStep) {
    let now = meter.elapsed()
    let (runs, left) = count.withLock { count in
      if count.work != step.work {
        if let work = count.work {
          logger.debug("\(Self.words(work)): \(count.runs - count.runsBefore) runs")
        }
        count.work = step.work
        count.runsBefore = count.runs
      }
      count.runs += step.runs
      return (count.runs, count.pace.left(at: step.work, now: now))
    }
    meter.show(
      "\(Self.words(step.work)), \(Reporting.NumberText.grouped(runs)) runs so far"
        + (left.map { ", \(ProgressMeter.text(left: $0))" } ?? ""))
  }

  private func note() {
    count.withLock { logger.info("\($0.runs) runs of the recursion") }
  }

  /// What a step of a search is about.
  static func words(_ work: PlanningStep.Work) -> String {
    switch work {
    case .strategy(let strategy, let number, let count):
      "planning \(strategy.rawValue) (strategy \(number) of \(count))"
    case .optimising(let strategy, let round): "optimising \(strategy.rawValue), round \(round)"
    case .futures: "playing futures of the plan at hand"
    case .seats: "asking what breaks without each seat"
    case .breakEvens: "looking for what would change the recommendation"
    case .levers: "trying levers beside hiring"
    case .frontier(let number, let count): "planning for less and more (\(number) of \(count))"
    }
  }
}
