import Benchmark
import Simulation

/// What millions of times are asked for; each is measured over a thousand draws.
func registerPrimitives() {
  let scale = BenchmarkScalingFactor.kilo
  var draws = ReplicationStream(seed: Shop.seed, replication: 0)
    .draws(EntityID("benchmark"), .parameter)
  let uniform = (0..<scale.rawValue).map { _ in draws.uniform() }

  // A service has a few pages a month, more than one at a time.
  let pages = NegativeBinomial(mean: 3, varianceToMean: 1.5)
  measure("negative-binomial-quantile", scale: scale, prepare: { 0 }) { sum in
    for probability in uniform { sum += pages.quantile(probability) }
  }

  measure("normal-quantile", scale: scale, prepare: { 0.0 }) { sum in
    for probability in uniform { sum += StandardNormal.quantile(probability) }
  }

  measure("philox-block", scale: scale, prepare: { UInt64(0) }) { sum in
    for counter in 0..<UInt32(scale.rawValue) {
      sum ^= Philox.block(counter: Philox.Block(counter, 0, 0, 0), key: Shop.seed).halves.0
    }
  }

  let numbers = uniform.map { 100 + 20 * StandardNormal.quantile($0) }
  measure("sketch-insert", scale: scale, prepare: { QuantileSketch() }) { sketch in
    for number in numbers { sketch.insert(number) }
  }
}
