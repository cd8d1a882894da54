import Testing

@testable import Forecasting

@Suite struct CountingGapsTests {
  private func growing(_ count: Int) -> [Double] {
    var noise = Simulated.Noise(seed: 6)
    return (0..<count).map { 0.03 * Double($0) + 0.03 * noise.normal() }
  }

  @Test func aLossThatEndsInAJumpIsAGap() {
    var values = growing(48)
    for index in 20..<28 { values[index] -= 0.1 * Double(index - 17) }
    let gaps = CountingGaps.gaps(values, longest: 12)
    #expect(gaps.count == 1)
    #expect(gaps.allSatisfy { (18...21).contains($0.lowerBound) && $0.upperBound == 28 })
  }

  @Test func growthAStepUpASpikeAndAWeekAreNone() {
    #expect(CountingGaps.gaps(growing(60), longest: 12).isEmpty)
    let step = growing(60).enumerated().map { $0 < 30 ? $1 : $1 + 1 }
    #expect(CountingGaps.gaps(step, longest: 12).isEmpty)
    let spike = growing(60).enumerated().map { $0 == 30 ? $1 + 2 : $1 }
    #expect(CountingGaps.gaps(spike, longest: 12).isEmpty)
    let week = growing(70).enumerated().map { $0 % 7 < 2 ? $1 - 1 : $1 }
    #expect(CountingGaps.gaps(week, longest: 12).isEmpty)
  }
}
