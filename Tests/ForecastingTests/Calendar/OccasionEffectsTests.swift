import Foundation
import Testing

@testable import Forecasting

@Suite struct OccasionEffectsTests {
  private let firstDay = CivilDate(year: 2023, month: 1, day: 1).dayNumber
  private let count = 3 * 365

  /// Three years of daily traffic with a week, growth and noise.
  private func ordinary(noise: Double, seed: UInt64 = 3) -> [Double] {
    var random = Simulated.Noise(seed: seed)
    let week = [1.1, 1.05, 1.0, 1.0, 0.95, 0.8, 0.7]
    return (0..<count).map { day in
      1_000 * exp(0.0006 * Double(day) + noise * random.normal()) * week[day % 7]
    }
  }

  private func easterMondays() -> Occasion {
    let years = 2023...2026
    return Occasion(
      name: "Easter Monday", days: Set(years.map { Easter.western($0).dayNumber + 1 }))
  }

  private func planted(_ factors: [(Occasion, Double)], in values: [Double]) -> [Double] {
    var result = values
    for (occasion, factor) in factors {
      for day in occasion.days where result.indices.contains(day - firstDay) {
        result[day - firstDay] *= factor
      }
    }
    return result
  }

  /// Three days of 5 % noise against the mean of six neighbours: a standard error of about 4 %,
  /// and shrinkage of a few per cent of the effect.
  @Test func plantedEffectsAreRecovered() {
    let easter = easterMondays()
    let start = firstDay + 400
    let campaign = Occasion(name: "campaign", days: Set(start..<start + 10))
    let values = planted([(easter, 0.6), (campaign, 1.8)], in: ordinary(noise: 0.05))
    let effects = OccasionEffects.fit(values, firstDay: firstDay, occasions: [easter, campaign])
    #expect(abs(log(effects.effects[0].factor / 0.6)) < 0.12)
    #expect(abs(log(effects.effects[1].factor / 1.8)) < 0.08)
    #expect(effects.effects.map(\.days) == [3, 10])
    #expect(effects.effects.map(\.isClear) == [true, true])
  }

  @Test func overlappingOccasionsAreToldApart() {
    let easter = easterMondays()
    let start = Easter.western(2024).dayNumber - 6
    let campaign = Occasion(name: "campaign", days: Set(start..<start + 14))
    let values = planted([(easter, 0.5), (campaign, 1.5)], in: ordinary(noise: 0.01))
    let effects = OccasionEffects.fit(values, firstDay: firstDay, occasions: [easter, campaign])
    #expect(abs(log(effects.effects[0].factor / 0.5)) < 0.05)
    #expect(abs(log(effects.effects[1].factor / 1.5)) < 0.05)
  }

  @Test func ordinaryDaysHaveNoClearEffect() {
    let effects = OccasionEffects.fit(
      ordinary(noise: 0.1), firstDay: firstDay, occasions: [easterMondays()])
    #expect(abs(log(effects.effects[0].factor)) < 0.1)
    #expect(!effects.effects[0].isClear)
  }

  @Test func oneOddYearDoesNotDecide() {
    let day = Occasion(name: "fair", days: Set((0..<12).map { firstDay + 40 + 80 * $0 }))
    var values = planted([(day, 0.7)], in: ordinary(noise: 0.03))
    values[40] *= 6
    let effect = OccasionEffects.fit(values, firstDay: firstDay, occasions: [day]).effects[0]
    #expect(abs(log(effect.factor / 0.7)) < 0.06)
  }

  @Test func fewDaysAreShrunkMoreThanMany() {
    let values = ordinary(noise: 0.2)
    func factor(days: Int) -> Double {
      let occasion = Occasion(name: "x", days: Set((0..<days).map { firstDay + 60 + 33 * $0 }))
      let other = Occasion(name: "y", days: Set((0..<days).map { firstDay + 70 + 33 * $0 }))
      let planted = planted([(occasion, 1.3)], in: values)
      return OccasionEffects.fit(planted, firstDay: firstDay, occasions: [occasion, other])
        .effects[0].standardError
    }
    #expect(factor(days: 2) > factor(days: 20))
  }

  @Test func whatIsTakenOutIsPutBackAndTheFutureKnowsIt() {
    let easter = easterMondays()
    let sale = Occasion(name: "sale", days: [firstDay + count + 5], knownFactor: 2)
    let values = planted([(easter, 0.6)], in: ordinary(noise: 0.02))
    let effects = OccasionEffects.fit(values, firstDay: firstDay, occasions: [easter, sale])
    let ordinary = effects.removed(from: values, firstDay: firstDay)
    let back = effects.restored(in: ordinary, firstDay: firstDay)
    for (one, other) in zip(values, back) { #expect(abs(one - other) < 1e-9 * one) }
    #expect(effects.factor(onDay: firstDay + count + 5) == 2)
    let next = Easter.western(2026).dayNumber + 1
    #expect(abs(effects.factor(onDay: next) - effects.effects[0].factor) < 1e-12)
    #expect(effects.factor(onDay: next + 1) == 1)
  }

  /// A day on which nothing was counted says nothing about the holiday.
  @Test func outagesAndGapsAreLeftOut() {
    let easter = easterMondays()
    var values = planted([(easter, 0.6)], in: ordinary(noise: 0.02))
    values[Easter.western(2024).dayNumber + 1 - firstDay] = 0
    values[Easter.western(2025).dayNumber + 1 - firstDay] = .nan
    let effect = OccasionEffects.fit(values, firstDay: firstDay, occasions: [easter]).effects[0]
    #expect(effect.days == 1)
    #expect(abs(log(effect.factor / 0.6)) < 0.1)
  }

  @Test func withoutHistoryThereIsNoEffect() {
    let effects = OccasionEffects.fit([], firstDay: firstDay, occasions: [easterMondays()])
    #expect(effects.effects[0].factor == 1)
    #expect(effects.effects[0].days == 0)
  }
}
