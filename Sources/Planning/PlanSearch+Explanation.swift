import Organization
import Simulation

extension PlanSearch {
  /// Says what each seat is for, what would change the answer, and what else would help.
  ///
  /// - Throws: ``PlanningStopped`` where the watch ended the search; what is known by then is there.
  func explain(_ answer: inout Recommendation) throws(PlanningStopped) {
    if let optimiser {
      try explain(&answer, optimiser)
    } else {
      try explainOnCourses(&answer)
    }
  }

  /// All but traffic at its mean.
  private func explainOnCourses(_ answer: inout Recommendation) throws(PlanningStopped) {
    var judge = judge
    judge.work = .seats
    answer.seats = try SeatFacts(judge: judge, plan: answer.recommended.plan).seats()
    judge.work = .breakEvens
    let search = BreakEvenSearch(
      model: judge.model, outcomes: answer.outcomes, best: answer.best, courses: judge.courses,
      watch: judge.watch)
    answer.breakEvens = try search.all()
    answer.levers = try LeverSearch(judge: judge).all()
    answer.asIsMargin = try search.asIsMargin(judge)
  }

  /// All left to chance.
  private func explain(
    _ answer: inout Recommendation, _ optimiser: Optimiser
  ) throws(PlanningStopped) {
    let (strategy, plan) = (answer.recommended.strategy, answer.recommended.plan)
    let base = optimiser.base
    let consequences = SeatConsequences(
      base: base, plan: plan, perform: perform, watch: judge.watch)
    answer.seats = try SeatFacts(judge: judge, plan: plan).seats(consequences.all())
    let steps = StepFacts(model: judge.model, plan: plan)
    answer.transfers = steps.transfers(try consequences.withoutTransfers())
    answer.rises = steps.rises(try consequences.withoutRises())
    answer.shadowPrices = try ShadowPrices.all(
      optimiser, strategy: strategy == .asIs ? .hybrid : strategy, plan: plan)
    let flips = FutureBreakEvens(
      answer.outcomes.map { ($0.strategy, $0.plan) }, base: base, best: answer.best,
      watch: judge.watch, perform: perform)
    answer.breakEvens = try flips.all()
    answer.asIsMargin = try flips.asIsMargin()
    // Which levers are worth a try is seen on the courses, which takes a moment.
    answer.levers = try LeverFutures(
      model: judge.model, base: base, plan: plan, committed: judge.committed, watch: judge.watch,
      perform: perform
    ).judged(try LeverSearch(judge: judge).all())
    guard futures != nil else { return }
    answer.gaps = PolicyGapSearch(
      reliability: answer.recommended.reliability,
      judge: FutureJudge(base.changed(staffing: plan)), perform: perform
    ).all().map(optimiser.relieved)
  }
}
