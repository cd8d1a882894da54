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

  func recommend(
    for organization: Organization, traffic: TrafficOutlook, strategies: Set<Strategy>
  ) throws -> Recommendation {
    defer {
      meter.finish()
      note()
    }
    let watch = PlanningWatch(
      report: { self.follow($0) }, isCancelled: { Interruption.signal != nil })
    return try Planner.recommend(
      for: organization, traffic: traffic, strategies: strategies, watch: watch)
  }

  /// Plans of the recommended strategy, or of hires where doing nothing is best, for less and more.
  func frontier(of recommendation: Recommendation, traffic: TrafficOutlook, seed: UInt64) throws
    -> [FrontierPoint]
  {
    defer { meter.finish() }
    let best = recommendation.recommended.strategy
    let watch = PlanningWatch(
      report: { self.follow($0) }, isCancelled: { Interruption.signal != nil })
    let points = try Frontier.optimised(
      of: recommendation.organization, traffic: traffic,
      strategy: best == .asIs ? .inHouse : best,
      plan: best == .asIs ? nil : recommendation.recommended.plan, seed: seed, watch: watch
    ) { Parallel.perform($0, $1) }
    if let points { return points }
    return try Frontier.points(
      of: recommendation.organization, traffic: traffic, strategy: best == .asIs ? .inHouse : best,
      watch: watch)
  }

  /// What is scarce under the recommended plan.
  func shadowPrices(
    of recommendation: Recommendation, traffic: TrafficOutlook, seed: UInt64
  ) throws -> [ShadowPrice] {
    defer { meter.finish() }
    let best = recommendation.recommended
    let watch = PlanningWatch(
      report: { self.follow($0) }, isCancelled: { Interruption.signal != nil })
    return try ShadowPrices.all(
      of: recommendation.organization, traffic: traffic,
      strategy: best.strategy == .asIs ? .hybrid : best.strategy, plan: best.plan, seed: seed,
      watch: watch
    ) { Parallel.perform($0, $1) }
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

  private static func words(_ work: PlanningStep.Work) -> String {
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
