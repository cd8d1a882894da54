import Foundation

/// Traffic with a trend, seasons and noise, into which tests plant changes.
struct MadeUpTraffic {
  var name: String
  var count: Int
  var period: Int
  var growthPerStep: Double
  var noise: Double
  /// Share of one step's noise that is left in the next.
  var memory = 0.0
  /// Half the height of a wave over so many steps.
  var slowWave = (height: 0.0, steps: 365.25)

  func values(seed: UInt64) -> [Double] {
    var random = Simulated.Noise(seed: seed &+ 17)
    var rest = 0.0
    return (0..<count).map { step in
      rest = memory * rest + (1 - memory * memory).squareRoot() * noise * random.normal()
      let phase = 2 * Double.pi * Double(step % period) / Double(period)
      let slow = sin(2 * Double.pi * Double(step) / slowWave.steps) * slowWave.height
      let season = period > 1 ? 0.25 * sin(phase) + 0.1 * cos(2 * phase) : 0
      return 1_000 * exp(growthPerStep * Double(step) + season + slow + rest)
    }
  }

  static let daily = MadeUpTraffic(
    name: "daily", count: 730, period: 7, growthPerStep: 0.001, noise: 0.08,
    slowWave: (0.2, 365.25))
  static let wandering = MadeUpTraffic(
    name: "daily with memory", count: 730, period: 7, growthPerStep: 0.0005, noise: 0.1,
    memory: 0.7, slowWave: (0.1, 365.25))
  static let weekly = MadeUpTraffic(
    name: "weekly", count: 156, period: 52, growthPerStep: 0.004, noise: 0.06)
  static let monthly = MadeUpTraffic(
    name: "monthly", count: 60, period: 12, growthPerStep: 0.02, noise: 0.05)
  static let short = MadeUpTraffic(
    name: "three years of months", count: 36, period: 12, growthPerStep: 0.01, noise: 0.05)
  static let hourly = MadeUpTraffic(
    name: "hourly", count: 24 * 7 * 8, period: 24, growthPerStep: 0.0001, noise: 0.1)
  static let growing = MadeUpTraffic(
    name: "fast growing months", count: 48, period: 12, growthPerStep: 0.08, noise: 0.03)
  static let seasonless = MadeUpTraffic(
    name: "without seasons", count: 80, period: 1, growthPerStep: 0.01, noise: 0.05)
  static let all = [daily, wandering, weekly, monthly, short, hourly, growing, seasonless]
}
