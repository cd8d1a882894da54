import Benchmark
import Planning
import Simulation

/// What the tool runs.
let benchmarks: @Sendable () -> Void = {
  do {
    try registerEngine()
  } catch {
    fatalError("\(error)")
  }
  registerPrimitives()
}

private func registerEngine() throws {
  let shop = try Shop()
  let futures = 64
  // Where there are thousands of allocations, a few in ten thousand come and go.
  let tolerance = 1.0
  let plan = FuturePlan(shop.organization, traffic: shop.outlook, seed: Shop.seed)
  measure("futures", tolerance: tolerance, prepare: { FutureCourse(plan) }) { course in
    for future in 0..<futures { course.play(future) }
  }

  let judge = FutureJudge(plan)
  measure("futures-judged", tolerance: tolerance, prepare: { FuturesEstimate(judge) }) { estimate in
    estimate.add([judge.play(0..<futures)])
  }

  let recursion = MeanValueRecursion(StaffingModel(shop.organization))
  let services = recursion.prepare(shop.outlook.mean)
  measure("mean-value-recursion", prepare: {}) { _ in
    blackHole(recursion.run(services, plan: .asIs))
  }

  let projection = TrafficProjection(shop.organization, seed: Shop.seed)
  measure("traffic-outlook", tolerance: tolerance, prepare: {}) { _ in
    blackHole(try projection.outlook())
  }
}
