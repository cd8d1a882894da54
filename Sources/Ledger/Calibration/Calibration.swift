import Organization

/// How runs did against what came.
package struct Calibration: Sendable {
  /// By quantity; of the time to fill by level, because each has an assumption of its own.
  package let rows: [CalibrationRow]
  /// The same by subject, where a quantity has several.
  package let subjects: [CalibrationRow]

  /// Checks everything that was stated of what came.
  ///
  /// - Parameters:
  ///   - runs: any, of the same organisation.
  ///   - actuals: what came.
  /// - Complexity: O(ranges × log ranges).
  package init(_ runs: [RecordedRun], actuals: Actuals) {
    var rows: [CalibrationRow] = []
    var subjects: [CalibrationRow] = []
    for quantity in ObservedQuantity.allCases {
      let checks = Self.checks(quantity, runs, actuals)
      let names = Set(checks.map(\.subject)).sorted()
      let own = names.compactMap { name in
        Self.row(quantity, subject: name, checks.filter { $0.subject == name })
      }
      if quantity == .timeToFill {
        rows += own
      } else if let row = Self.row(quantity, subject: nil, checks) {
        rows.append(row)
        if own.count > 1 { subjects += own }
      }
    }
    self.rows = rows
    self.subjects = subjects
  }

  /// One thing that came, with one thing that was stated of it.
  private struct Check {
    var run: Int64
    var stated: StatedInterval
    var month: YearMonth
    /// Which of several that came in the month.
    var turn: Int
    var value: Double

    var subject: String { stated.subject }
  }

  private static func checks(
    _ quantity: ObservedQuantity, _ runs: [RecordedRun], _ actuals: Actuals
  ) -> [Check] {
    runs.flatMap { run in
      run.result.intervals.filter { $0.quantity == quantity }.flatMap { stated in
        var turns: [YearMonth: Int] = [:]
        return actuals.values(of: stated).map { came in
          let turn = turns[came.month, default: 0]
          turns[came.month] = turn + 1
          return Check(
            run: run.id, stated: stated, month: came.month, turn: turn, value: came.value)
        }
      }
    }
  }

  private struct Key: Hashable, Comparable {
    var subject: String
    var month: YearMonth
    var turn: Int
    var months: Int

    static func < (a: Key, b: Key) -> Bool {
      (a.subject, a.month, a.turn, a.months) < (b.subject, b.month, b.turn, b.months)
    }
  }

  private static func row(
    _ quantity: ObservedQuantity, subject: String?, _ checks: [Check]
  ) -> CalibrationRow? {
    guard !checks.isEmpty else { return nil }
    let grouped = Dictionary(grouping: checks) { check in
      // Quarters of different plans overlap, but are not the same; a search is one in any plan.
      Key(
        subject: check.subject, month: check.month, turn: check.turn,
        months: quantity == .timeToFill ? 1 : check.stated.months)
    }
    let keys = grouped.keys.sorted()
    let values = keys.map { key in
      let same = grouped[key] ?? []
      return CheckedValue(
        subject: key.subject, month: key.month, value: same.first?.value ?? 0,
        stated: same.map(\.stated))
    }
    return CalibrationRow(
      quantity, subject: subject, runs: Set(checks.map(\.run)).sorted(), values: values,
      series: series(keys, spans(checks)))
  }

  /// The months that runs were checked in, by subject; runs whose months overlap stated much the same,
  /// and make one span.
  private static func spans(_ checks: [Check]) -> [String: [ClosedRange<YearMonth>]] {
    var spans: [String: [ClosedRange<YearMonth>]] = [:]
    for (subject, own) in Dictionary(grouping: checks, by: \.subject) {
      let ranges = Dictionary(grouping: own, by: \.run).values.compactMap { checks in
        let months = checks.map(\.month)
        return months.min().flatMap { first in months.max().map { first...$0 } }
      }
      var merged: [ClosedRange<YearMonth>] = []
      for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
        if let last = merged.last, last.overlaps(range) {
          let end = max(last.upperBound, range.upperBound)
          merged[merged.count - 1] = last.lowerBound...end
        } else {
          merged.append(range)
        }
      }
      spans[subject] = merged
    }
    return spans
  }

  /// Places of the keys that belong to the same subject and span.
  private static func series(
    _ keys: [Key], _ spans: [String: [ClosedRange<YearMonth>]]
  ) -> [[Int]] {
    var series: [String: [Int: [Int]]] = [:]
    for (place, key) in keys.enumerated() {
      let span = spans[key.subject]?.firstIndex { $0.contains(key.month) } ?? 0
      series[key.subject, default: [:]][span, default: []].append(place)
    }
    return series.sorted { $0.key < $1.key }.flatMap { _, spans in
      spans.sorted { $0.key < $1.key }.map(\.value)
    }
  }
}
