import Benchmark
import CAllocations

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension BenchmarkMetric {
  /// The tool's own CPU time comes in steps of ten milliseconds.
  static let nanoseconds = BenchmarkMetric.custom("CPU nanoseconds")
  /// Requests for memory.
  ///
  /// The tool's own counts need libraries that are loaded before the program, which are left out.
  static let allocations = BenchmarkMetric.custom("allocations")
}

/// Registers a benchmark of `work`, which gets what `prepare` makes anew for each iteration.
///
/// Only `work` is measured, in time and in allocations.
/// - Parameters:
///   - name: part of the name of a file, hence without spaces.
///   - scale: how often `work` does what is to be measured.
///   - tolerance: how many percent more or fewer allocations than recorded are no change.
///   - prepare: makes what `work` changes.
///   - work: what is measured.
func measure<State>(
  _ name: String, scale: BenchmarkScalingFactor = .one, tolerance: Double = 0,
  prepare: @escaping () -> State, work: @escaping (inout State) throws -> Void
) {
  var configuration = Benchmark.Configuration(
    metrics: [.wallClock, .nanoseconds], warmupIterations: 3, scalingFactor: scale,
    maxDuration: .seconds(1), maxIterations: 1_000)
  #if canImport(Glibc)
    configuration.metrics.append(.allocations)
    configuration.thresholds = [.allocations: tolerated(tolerance)]
  #endif
  Benchmark(name, configuration: configuration) { benchmark in
    var state = prepare()
    benchmark.startMeasurement()
    let before = (allocations: cadre_allocations(), time: processNanoseconds())
    try work(&state)
    let after = (allocations: cadre_allocations(), time: processNanoseconds())
    benchmark.stopMeasurement()
    benchmark.measurement(.allocations, after.allocations - before.allocations)
    benchmark.measurement(.nanoseconds, after.time - before.time)
    blackHole(state)
  }
}

private func tolerated(_ percent: Double) -> BenchmarkThresholds {
  // A share of no allocations is nothing to compare with.
  percent > 0 ? BenchmarkThresholds(relative: [.p90: percent]) : .strict
}

/// CPU time of the process so far.
private func processNanoseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
}
