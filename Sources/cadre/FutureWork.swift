import Logging
import Organization
import Planning
import Reporting

/// Plays futures on all cores, with progress, until enough is known or a signal comes.
struct FutureWork {
  let threads: Int?
  let meter: ProgressMeter
  let logger: Logger

  /// Plays what a run asks for.
  ///
  /// - Returns: the run; partial where a signal ended it and something had been played.
  func play(_ run: FuturesRun) throws -> (run: FuturesRun, isPartial: Bool) {
    var run = run
    defer { meter.finish() }
    let judge = run.judge
    while !run.isDone {
      let batches: [FutureBatch]
      do {
        batches = try Parallel.map(run.next, threads: threads) { _, futures in
          judge.play(futures)
        }
      } catch let fault {
        // Too few say nothing, not even how little.
        guard run.estimate.count > 1 else { throw fault }
        return (run, true)
      }
      run.add(batches, perform: pieces)
      meter.show(done: run.estimate.count, of: run.goal.futures, "playing futures")
    }
    logger.info("\(run.estimate.count) futures")
    return (run, false)
  }

  private func pieces(_ count: Int, _ body: @Sendable (Int) -> Void) {
    Parallel.perform(count, threads: threads, body)
  }

  /// Plays every compared plan in the same futures.
  ///
  /// - Throws: ``Fault/interrupted(signal:)``; the plans themselves are not lost by it.
  func judge(_ futures: StrategyFutures) throws -> StrategyFutures {
    var futures = futures
    defer { meter.finish() }
    let most = (futures.runs.first?.goal.futures ?? 0) * futures.runs.count
    while !futures.isDone {
      let judged = futures
      let batches = try Parallel.map(judged.next, threads: threads) { _, futures in
        judged.play(futures)
      }
      futures.add(batches, perform: pieces)
      meter.show(done: futures.count * futures.runs.count, of: most, "judging plans, futures")
    }
    logger.info("\(futures.count) futures of \(futures.runs.count) plans")
    return futures
  }

  /// Tries other shapes of teams.
  func shapes(_ trial: ShapeTrial) throws -> ShapeOutcome {
    defer { meter.finish() }
    let pieces = trial.pieces
    let played = try Parallel.map(
      pieces, threads: threads,
      report: { meter.show(done: $0, of: pieces.count, "trying shapes") }
    ) { _, piece in trial.play(piece) }
    return trial.outcome(played)
  }

  /// Tries shocks on the first futures.
  func shocks(
    _ shocks: [Shock], _ judge: FutureJudge, futures: Int
  ) throws -> [ResilienceOutcome] {
    let resilience = Resilience(judge, futures: futures)
    defer { meter.finish() }
    let calm = resilience.calm()
    try Interruption.check()
    return try Parallel.map(
      shocks, threads: threads,
      report: { meter.show(done: $0, of: shocks.count, "trying shocks") }
    ) { _, shock in resilience.outcome(of: shock, calm: calm) }
  }
}

extension Console {
  /// Plays futures as a command's options say.
  func futureWork(
    _ threads: ThreadOptions, _ progress: ProgressOptions, quiet: Bool
  ) -> FutureWork {
    FutureWork(
      threads: threads.threads, meter: meter(progress, quiet: quiet), logger: journal.logger)
  }
}
