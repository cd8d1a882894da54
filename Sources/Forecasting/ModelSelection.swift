/// Chooses between the models by what they would have said in the past.
struct ModelSelection {
  /// Shares of the damped trend that are tried.
  private static let shares = [0.5, 0, 1]
  /// A blend of two is safer than either, so one alone has to be this much better.
  private static let advantage = 0.9
  private static let mostOrigins = 3

  /// Fits the model with the least mean absolute error on the work scale over some origins.
  static func fitted(to series: PreparedSeries, horizon: Int) -> BaselineModel {
    let plans = SeasonalPlan.candidates(for: series)
    var best = (plan: plans[0], share: shares[0])
    var least = Double.infinity
    for plan in plans {
      for (share, error) in zip(shares, errors(of: plan, on: series, horizon: horizon)) {
        let isSimplest = plan == plans[0] && share == shares[0]
        guard isSimplest || error < least * advantage else { continue }
        (best, least) = ((plan, share), error)
      }
    }
    var model = BaselineModel(series, plan: best.plan)
    model.trendShare = best.share
    return model
  }

  /// The mean absolute error for each of ``shares``; zeros if nothing can be held back.
  private static func errors(
    of plan: SeasonalPlan, on series: PreparedSeries, horizon: Int
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: shares.count)
    for origin in origins(count: series.values.count, horizon: horizon) {
      var model = BaselineModel(series.prefix(origin), plan: plan)
      let steps = (1...min(horizon, series.values.count - origin)).filter {
        series.isObserved[origin + $0 - 1]
      }
      guard !steps.isEmpty else { continue }
      for (index, share) in shares.enumerated() {
        model.trendShare = share
        let total = steps.reduce(0) { sum, step in
          let miss = series.values[origin + step - 1] - model.point(after: origin - 1, step: step)
          return sum + abs(miss)
        }
        sums[index] += total / Double(steps.count)
      }
    }
    return sums
  }

  /// Lengths of the past to forecast from: up to three, half a holdout apart.
  private static func origins(count: Int, horizon: Int) -> [Int] {
    let least = 4
    guard count > least else { return [] }
    let holdout = min(horizon, max(count / 3, 1))
    let apart = max(holdout / 2, 1)
    return (0..<mostOrigins).map { count - holdout - $0 * apart }
      .filter { $0 >= max(least, count / 3) }
  }
}
