import Dispatch
import Explorer
import LinearProgramming
import Planning
import Simulation
import Synchronization
import TerminalKit

/// Plays futures and searches plans while the screen goes on.
///
/// One thing at a time: what begins ends what went on before. A class because the queue and the
/// mailbox are shared with it.
final class ExploreWorker: Sendable {
  private struct Mail {
    var findings: [(Finding, Int)] = []
    var lastProgress: ContinuousClock.Instant?
  }

  private let queue = DispatchQueue(label: "cadre.explore", qos: .userInitiated)
  private let mail = Mutex(Mail())
  /// The number of the only work that is still wanted; 0 is none.
  private let wanted = Atomic<Int>(0)
  private let busy = Atomic<Bool>(false)

  /// What came since it was last asked.
  func take() -> [(Finding, Int)] {
    mail.withLock { mail in
      defer { mail.findings = [] }
      return mail.findings
    }
  }

  /// Whether something still goes on, as a solver that has been told to stop does for a while.
  var isBusy: Bool { busy.load(ordering: .sequentiallyConsistent) }

  func cancel() { wanted.store(0, ordering: .sequentiallyConsistent) }

  func refine(_ work: Work) {
    begin(work) { worker in
      guard worker.play(work, futures: Self.firstFutures, every: 1) else { return }
      if work.needsPlan { worker.planQuickly(work) }
      guard !work.isShort else { return }
      _ = worker.play(work, futures: Explorer.mostFutures, every: 4)
    }
  }

  func optimise(_ work: Work, locked: [Seat]) {
    begin(work) { worker in worker.search(work, locked: locked) }
  }

  /// As many as `cadre simulate` plays.
  private static let firstFutures = 1_000

  private func begin(_ work: Work, _ body: @escaping @Sendable (ExploreWorker) -> Void) {
    wanted.store(work.generation, ordering: .sequentiallyConsistent)
    queue.async { [self] in
      guard isWanted(work) else { return }
      busy.store(true, ordering: .sequentiallyConsistent)
      body(self)
      busy.store(false, ordering: .sequentiallyConsistent)
      post(.done, work)
    }
  }

  private func isWanted(_ work: Work) -> Bool {
    wanted.load(ordering: .relaxed) == work.generation
  }

  private func post(_ finding: Finding, _ work: Work) {
    guard isWanted(work) else { return }
    mail.withLock { $0.findings.append((finding, work.generation)) }
    CursesTerminal.wake()
  }

  /// Progress changes faster than anybody reads.
  private func tell(_ words: String, _ work: Work) {
    let now = ContinuousClock.now
    let isTime = mail.withLock { mail in
      if let last = mail.lastProgress, now - last < .milliseconds(100) { return false }
      mail.lastProgress = now
      return true
    }
    if isTime { post(.progress(words), work) }
  }

  // MARK: Futures

  /// Does all pieces of some work at once; `nil` where it is no longer wanted.
  private func all<Piece: Sendable, Done: Sendable>(
    _ pieces: [Piece], of work: Work, _ body: @Sendable (Piece) -> Done
  ) -> [Done]? {
    // A signal ends the session by the terminal, not here.
    guard let found = try? Parallel.map(pieces, { isWanted(work) ? body($1) : nil }) else {
      return nil
    }
    let done = found.compactMap(\.self)
    return done.count == found.count ? done : nil
  }

  /// Plays futures, and tells what they say every so many rounds and at the end.
  ///
  /// - Returns: whether it is still wanted.
  private func play(_ work: Work, futures: Int, every rounds: Int) -> Bool {
    let judge = FutureJudge(work.base)
    var run = FuturesRun(judge, goal: .init(futures: futures))
    var round = 0
    while !run.isDone {
      guard isWanted(work) else { return false }
      tell("playing \(run.estimate.count) of \(futures) futures", work)
      guard let played = all(run.next, of: work, judge.play) else { return false }
      run.add(played) { Parallel.perform($0, $1) }
      round += 1
      // Fewer futures than are known already would be a step back.
      if run.isDone || futures == Self.firstFutures && round % rounds == 0 {
        post(
          .futures(
            Answer(run.estimate, judge: judge), tornado: Tornado.bars(run.estimate, judge: judge)),
          work)
      }
    }
    return isWanted(work)
  }

  // MARK: Plans

  private func watch(_ work: Work) -> PlanningWatch {
    PlanningWatch(
      report: { [self] step in tell(PlanObserver.words(step.work), work) },
      isCancelled: { [self] in !isWanted(work) })
  }

  private func begun(_ work: Work) -> PlanSearch {
    PlanSearch(work.organization, traffic: work.outlook, watch: watch(work)) { count, body in
      Parallel.perform(count, body)
    }
  }

  /// The plan of `cadre plan --quick`.
  private func planQuickly(_ work: Work) {
    var search = begun(work)
    do {
      try search.compare(Set(Strategy.allCases))
    } catch {
      return
    }
    post(.plan(search.recommendation(), isQuick: true), work)
  }

  /// The plan of `cadre plan`.
  private func search(_ work: Work, locked: [Seat]) {
    let solver: any Solver
    do {
      solver = try Highs()
    } catch {
      return post(
        .failed("there is no solver to optimise with; 'make setup' fetches it"), work)
    }
    var search = begun(work)
    do {
      try search.compare(Set(Strategy.allCases), keepingTwins: true)
    } catch {
      return
    }
    let base = FuturePlan(work.organization, traffic: work.outlook, seed: work.seed)
    search.optimise(base, solver: solver, settings: OptimiserSettings(), locked: locked)
    guard isWanted(work) else { return }
    guard let judged = judge(search.trials(base, futures: Self.judgingFutures), work) else {
      return
    }
    search.take(judged)
    post(.plan(search.recommendation(), isQuick: false), work)
  }

  /// As many as `cadre plan` judges plans in.
  private static let judgingFutures = 2_000

  private func judge(_ futures: StrategyFutures, _ work: Work) -> StrategyFutures? {
    var futures = futures
    while !futures.isDone {
      guard isWanted(work) else { return nil }
      tell("judging plans in \(futures.count) futures", work)
      let judged = futures
      guard let played = all(judged.next, of: work, judged.play) else { return nil }
      futures.add(played) { Parallel.perform($0, $1) }
    }
    return futures
  }
}
