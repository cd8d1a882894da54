import Foundation

/// The steps of ``CleanedSeries/make(_:overrides:)``, in order.
struct Cleaning {
  private(set) var series: Series
  private let original: Series
  private let overrides: [ChangeOverride]
  private let caution: CleaningCaution
  private var changes: [Change] = []

  init(_ series: Series, overrides: [ChangeOverride], caution: CleaningCaution) {
    self.series = series
    original = series
    self.caution = caution
    let all = series.values.indices
    self.overrides = overrides.compactMap { override in
      guard !all.isEmpty, override.steps.overlaps(0...all.upperBound - 1) else { return nil }
      return ChangeOverride(override.action, steps: override.steps.clamped(to: 0...all.count - 1))
    }
  }

  var sortedChanges: [Change] {
    changes.sorted { ($0.firstStep, $0.kind.rawValue) < ($1.firstStep, $1.kind.rawValue) }
  }

  // MARK: Outages and gaps

  mutating func findOutages() {
    for override in overrides where override.action == .outage {
      forget(override.steps)
      add(.outage, override.steps, size: .unknown, confidence: 1, .user, .missing)
    }
    for outage in OutageFinder.find(series.values, period: series.period) {
      let isReal = isProtected(outage.steps)
      if !isReal { forget(outage.steps) }
      add(
        .outage, outage.steps, size: .factor(outage.share), confidence: outage.confidence,
        .detected, isReal ? .ignored : .missing)
    }
  }

  mutating func findGaps() {
    let values = original.values
    guard var step = values.firstIndex(where: { !$0.isNaN }) else { return }
    while step < values.count {
      let start = step
      while step < values.count, values[step].isNaN { step += 1 }
      if step > start {
        add(.gap, start...step - 1, size: .unknown, confidence: 1, .detected, .missing)
      }
      step += 1
    }
  }

  // MARK: Shifts and outliers

  mutating func findShiftsAndOutliers() {
    let known = series.values.count { !$0.isNaN }
    guard known >= CleanedSeries.fewest, !series.values.contains(where: \.isInfinite),
      let first = series.values.firstIndex(where: { !$0.isNaN })
    else { return }
    let transitions = overrides.filter { $0.action == .levelShift }.map(\.steps)
    for steps in transitions where steps.count > 1 {
      forget(steps.lowerBound...steps.upperBound - 1)
    }
    let tail = Array(series.values[first...])
    let scale = WorkScale(for: tail)
    guard let start = tail.firstIndex(where: { !$0.isNaN }) else { return }
    let offset = first + start
    let observed = series.values[offset...].map { scale.work($0) }
    var work = GapFilling.filled(observed, period: series.period)
    let shifts = ShiftFinder(period: series.period).find(
      work, isLogarithmic: scale == .logarithmic,
      known: transitions.map { $0.upperBound - offset }.filter { $0 > 0 })
    let window = ShiftFinder(period: series.period).window(count: work.count)
    let applied = shifts.filter { shift in
      let handling = caution.handling(
        shift, in: work, period: series.period, window: window,
        isLogarithmic: scale == .logarithmic)
      return report(
        shift, transitions: transitions, offset: offset, scale: scale, handling: handling)
    }
    for shift in shifts { ShiftFinder.raise(&work, before: shift.step, by: shift.jump) }
    let isObserved = observed.map { !$0.isNaN }
    let outliers = OutlierFinder.find(work, isObserved: isObserved, period: series.period)
    let recurring =
      caution.stepsPerYear.map {
        Recurrence(stepsPerYear: $0, period: series.period).steps(of: outliers, values: work)
      } ?? []
    var cleaned = observed
    for outlier in outliers {
      let distance = work[outlier.step] - outlier.expected
      let usual = caution.handling(distance: distance, isLogarithmic: scale == .logarithmic)
      guard let handling = recurring.contains(outlier.step) ? .recurring : usual,
        report(outlier, value: work, offset: offset, scale: scale, handling: handling)
      else { continue }
      cleaned[outlier.step] += outlier.winsorised - work[outlier.step]
    }
    for shift in applied { ShiftFinder.raise(&cleaned, before: shift.step, by: shift.jump) }
    let isNonNegative = tail.allSatisfy { $0.isNaN || $0 >= 0 }
    for (step, value) in cleaned.enumerated() where !value.isNaN {
      let back = scale.original(value)
      let isTouched = value != observed[step]
      if isTouched { series.values[offset + step] = isNonNegative ? max(0, back) : back }
    }
  }

  /// Notes a shift; false if it is left alone.
  private mutating func report(
    _ shift: ShiftFinder.Shift, transitions: [ClosedRange<Int>], offset: Int, scale: WorkScale,
    handling: Change.Handling
  ) -> Bool {
    let step = shift.step + offset
    let size = Cleaning.size(shift.jump, scale: scale)
    if let steps = transitions.first(where: { $0.upperBound == step }) {
      add(.levelShift, steps, size: size, confidence: 1, .user, .rescaled)
      return true
    }
    let isIgnored = overrides.contains { override in
      override.action == .ignore && override.steps.contains { abs($0 - step) <= 1 }
    }
    let handling = isIgnored ? .ignored : handling
    add(.levelShift, step...step, size: size, confidence: shift.confidence, .detected, handling)
    return handling == .rescaled
  }

  /// Notes an outlier, together with one just before; false if it is left alone.
  private mutating func report(
    _ outlier: OutlierFinder.Outlier, value: [Double], offset: Int, scale: WorkScale,
    handling: Change.Handling
  ) -> Bool {
    let step = outlier.step + offset
    let handling = isProtected(step...step) ? .ignored : handling
    if let last = changes.last, last.kind == .outlier, last.lastStep == step - 1,
      last.handling == handling
    {
      changes[changes.count - 1].steps = last.firstStep...step
    } else {
      let size = Cleaning.size(value[outlier.step] - outlier.expected, scale: scale)
      add(.outlier, step...step, size: size, confidence: outlier.confidence, .detected, handling)
    }
    return handling == .winsorised
  }

  // MARK: Noting changes

  private static func size(_ jump: Double, scale: WorkScale) -> Change.Size {
    scale == .logarithmic ? .factor(exp(jump)) : .amount(jump)
  }

  /// Whether the user said that what is there is real, or is a change of level.
  private func isProtected(_ steps: ClosedRange<Int>) -> Bool {
    overrides.contains { $0.action != .outage && $0.steps.overlaps(steps) }
  }

  private mutating func forget(_ steps: ClosedRange<Int>) {
    for step in steps { series.values[step] = .nan }
  }

  private mutating func add(
    _ kind: Change.Kind, _ steps: ClosedRange<Int>, size: Change.Size, confidence: Double,
    _ origin: Change.Origin, _ handling: Change.Handling
  ) {
    changes.append(
      Change(
        kind: kind, steps: steps, size: size, confidence: confidence, origin: origin,
        handling: handling))
  }
}
