import Foundation

/// The forecasts of all models for one past, on the work scale.
struct Components {
  /// The models, in the order of ``paths``.
  enum Kind: Int, CaseIterable {
    case smoothing, theta, complex, naive, autoregression, level, growth, logTheta, seasonalAR, seasonalComplex, localNaive
  }

  /// By kind, then by step.
  var paths: [[Double]]

  static func year(period: Int) -> Int {
    switch period {
    case 7: 365
    case 24: 8_766
    default: max(period, 12)
    }
  }

  let unrest: Unrest

  init(_ series: PreparedSeries, horizon: Int) {
    let values = series.values
    let period = series.period
    let isLogarithmic = series.scale == .logarithmic
    let decomposition = Decomposition(values, period: period)
    unrest = Unrest(decomposition, period: period, isLogarithmic: isLogarithmic)
    let adjusted = decomposition.adjusted
    let season = (0..<horizon).map { decomposition.season(at: values.count + $0) }
    // Growth adds up on the scale of counts; logarithms of it would let it compound.
    let centre = Statistics.median(adjusted)
    let counts = isLogarithmic ? adjusted.map { exp($0 - centre) } : adjusted
    func work(_ path: [Double]) -> [Double] {
      let least = isLogarithmic ? (counts.min() ?? 1) / 10 : 0
      return zip(path, season).map { value, season in
        (isLogarithmic ? log(max(value, least)) + centre : value) + season
      }
    }
    func plain(_ path: [Double]) -> [Double] { zip(path, season).map { $0 + $1 } }
    let count = values.count
    let smoothing = SmoothingChoice.forecast(
      decomposition, counts: isLogarithmic ? counts : nil, horizon: horizon)
    let theta = DynamicTheta.fitted(to: counts, evaluations: 150)
    let complex = ComplexSmoothing.fitted(to: counts, seasons: [], evaluations: 200)
    let year = Components.year(period: period)
    let long = LongRun(adjusted, year: year)
    let lags = Array(1...(period > 24 ? 12 : max(12, 2 * period)))
    let m = decomposition.period
    let sLags = period == 1 ? [1,2,3,4] : (m == 168 ? [1, 24, 168, 25, 169, 2, 23, 167, 3, 48, 144] : [1, m, m + 1, 2, 2 * m, m - 1, 3, 4, 3 * m])
    let naivePeriod = decomposition.isSeasonal ? min(decomposition.period, count) : 1
    let cleaned = decomposition.cleaned
    let naive = (0..<horizon).map { cleaned[count - naivePeriod + $0 % naivePeriod] }
    let auto = Autoregression.fitted(to: adjusted, lags: lags)
    let logTheta = isLogarithmic ? DynamicTheta.fitted(to: adjusted.map { $0 - centre }, evaluations: 150) : theta
    let center = Statistics.mean(cleaned.suffix(max(10,2*m)))
    let sAuto = Autoregression.fitted(to: cleaned.map { $0 - center }, lags: sLags)
    let main = decomposition.mainSeason
    let sComplex = ComplexSmoothing.fitted(to: cleaned.map { $0 - center }, seasons: main, evaluations: 250)
    let sPath = sComplex.forecast(from: sComplex.run(cleaned.map { $0 - center }).state, after: count, horizon: horizon).map { $0 + center }
    // Mean of the last seasons, on the last level.
    let lm = min(naivePeriod, count)
    let k = max(1, min(3, count / max(lm,1)))
    let dNaive = (0..<horizon).map { st -> Double in
      if lm == 1 { return long.level }
      let v = (1...k).map { j -> Double in let from = count - j*lm; let mu = Statistics.mean(cleaned[from..<from+lm]); return cleaned[from + st % lm] - mu }
      return Statistics.mean(v) + Statistics.mean(cleaned[(count-lm)...])
    }
    func thetaPath(_ model: DynamicTheta, _ data: [Double]) -> [Double] {
      model.forecast(from: model.run(data).state, horizon: horizon)
    }
    paths = [
      smoothing,
      work(thetaPath(theta, counts)),
      work(complex.forecast(from: complex.run(counts).state, after: count, horizon: horizon)),
      naive,
      plain(auto?.forecast(after: adjusted, horizon: horizon) ?? Array(repeating: long.level, count: horizon)),
      plain(Array(repeating: long.level, count: horizon)),
      plain(long.forecast(growth: 1, fading: 1.4 * Double(year), horizon: horizon)),
      isLogarithmic ? plain(thetaPath(logTheta, adjusted.map { $0 - centre }).map { $0 + centre }) : work(thetaPath(theta, counts)),
      sAuto.map { $0.forecast(after: cleaned.map { $0 - center }, horizon: horizon).map { $0 + center } } ?? naive,
      sPath,
      dNaive,
    ]
  }
}
