package import Planning

/// What many futures say of a plan, for people and for programs.
package struct FuturesReport: Sendable {
  let judge: FutureJudge
  let estimate: FuturesEstimate
  let goal: FuturesRun.Goal
  /// The strategy whose plan was played, as it is called.
  let strategy: String
  let tornado: [TornadoBar]
  let resilience: [ResilienceOutcome]
  /// Whether it was stopped before the goal was reached.
  let isPartial: Bool
  let header: RunHeader

  /// - Parameters:
  ///   - run: what was played.
  ///   - strategy: whose plan it was.
  ///   - resilience: what shocks do, if that was asked.
  ///   - isPartial: whether it was stopped.
  ///   - header: how it was made.
  package init(
    _ run: FuturesRun, strategy: String, resilience: [ResilienceOutcome] = [], isPartial: Bool,
    header: RunHeader
  ) {
    judge = run.judge
    estimate = run.estimate
    goal = run.goal
    self.strategy = strategy
    self.resilience = resilience
    self.isPartial = isPartial
    self.header = header
    tornado = Tornado.bars(run.estimate, judge: run.judge)
  }
}
