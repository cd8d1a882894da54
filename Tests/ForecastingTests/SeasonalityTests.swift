import Foundation
import Testing

@testable import Forecasting

@Suite struct SeasonalityTests {
  @Test(arguments: [4, 7, 12])
  func decompositionFindsAnExactPatternOnALine(period: Int) {
    let factors = (0..<period).map { Double(($0 * 5) % period) - Double(period - 1) / 2 }
    let values = (0..<5 * period).map { Double($0) * 0.3 + factors[$0 % period] }
    for isRobust in [true, false] {
      let pattern = Seasonality.pattern(values, period: period, isRobust: isRobust)
      for phase in 0..<period {
        #expect(abs(pattern.value(at: phase + 3 * period) - factors[phase]) < 1e-9)
      }
    }
    let repeated: [Double] = (0..<3 * period).map { factors[$0 % period] }
    #expect(Seasonality.isSignificant(repeated, period: period))
  }

  /// The test has a level of about 10 %; five standard errors of 200 tries are 10.6 points.
  @Test func noiseIsSeldomTakenForSeasons() {
    let found = (0..<200).count { seed in
      let noise = Simulated.autoregression(0, count: 120, seed: UInt64(seed))
      return Seasonality.isSignificant(noise, period: 12)
    }
    #expect(found < 42)
  }

  @Test func aConstantHasNoSeasons() {
    #expect(!Seasonality.isSignificant(Array(repeating: 3, count: 60), period: 12))
  }

  @Test func gapsAreFilledAlongTheSeason() {
    let pattern = [10.0, 20, 30, 40]
    var values = (0..<24).map { pattern[$0 % 4] }
    let whole = values
    for index in [5, 6, 14, 23] { values[index] = .nan }
    #expect(GapFilling.filled(values, period: 4) == whole)
    #expect(GapFilling.filled([1, .nan, .nan, 4], period: 1) == [1, 2, 3, 4])
    #expect(GapFilling.filled([1, 2, .nan, .nan], period: 1) == [1, 2, 2, 2])
  }

  @Test func outliersArePulledInAndChangesOfLevelAreKept() {
    var values = Simulated.autoregression(0, count: 60, seed: 5)
    values[30] = 100
    let tamed = Outliers.winsorised(values)
    #expect(tamed[30] < 10)
    let step = (0..<40).map { Double($0 % 2) + ($0 < 20 ? 0.0 : 50) }
    #expect(Outliers.winsorised(step) == step)
  }
}
