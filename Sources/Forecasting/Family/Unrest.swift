import Foundation

/// How much a past moves, on the work scale: what the spread of forecasts is measured in.
struct Unrest: Sendable {
  /// The usual one-step error of exponential smoothing; not zero.
  let perStep: Double
  /// The usual change from one step to the next, seasons and steady growth left out; not zero.
  let perChange: Double
  /// The usual difference over a season; not zero.
  let perSeason: Double
  /// Share of a one-step surprise that stays; see ``SmoothingChoice/memory``.
  let memory: Double

  /// A value that never moved may still do so: a tenth, and less the longer it stood still.
  private static let firstDoubt = 0.1
  private static let fadingOfDoubt = -0.75

  init(_ past: AdjustedPast, smoothing: SmoothingChoice, period: Int) {
    let adjusted = past.adjusted
    let cleaned = past.decomposition.cleaned
    let count = adjusted.count
    let size = past.isLogarithmic ? 1 : Unrest.size(cleaned)
    let floor = size * Unrest.firstDoubt * pow(Double(max(count, 1)), Unrest.fadingOfDoubt)
    let changes = zip(adjusted.dropFirst(), adjusted).map { $0 - $1 }
    let drift = changes.isEmpty ? 0 : Statistics.median(changes)
    memory = smoothing.memory
    perStep = max(smoothing.surprise, floor)
    perChange = max(Statistics.mean(changes.map { abs($0 - drift) }), floor)
    let lag = count > period ? period : 1
    let differences = (min(lag, count)..<count).map { abs(cleaned[$0] - cleaned[$0 - lag]) }
    perSeason = max(Statistics.mean(differences), perStep)
  }

  /// The mean size of the values; 1, the least count, if there is none.
  private static func size(_ values: [Double]) -> Double {
    let size = Statistics.mean(values.map(abs))
    return size > 0 ? size : 1
  }
}
