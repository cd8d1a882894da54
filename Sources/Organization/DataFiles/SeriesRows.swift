/// The rows of one series before they are put on a grid.
struct SeriesRows {
  var name: String
  var rows: [Int] = []
  var times: [TimeLabel] = []
  var values: [Double] = []
}

extension SeriesRows {
  /// Reports a time that does not come after the one before it, or is of another kind.
  ///
  /// - Returns: true if the times ascend.
  func checkOrder(column: Int, table: inout DataTable) -> Bool {
    var isOrdered = true
    for index in times.indices.dropFirst() {
      let (earlier, later) = (times[index - 1], times[index])
      var fault: String?
      if (earlier.precision == .month) != (later.precision == .month) {
        fault = "months and dates are mixed"
      } else if later.seconds == earlier.seconds {
        fault = "this time is there twice"
      } else if later.seconds < earlier.seconds {
        fault = "this time comes after a later one"
      }
      guard let fault else { continue }
      isOrdered = false
      table.report(
        .unevenSeries(series: name, reason: fault), row: rows[index], column: column)
    }
    return isOrdered
  }

  /// Puts the values on the grid; reports and returns `nil` where they do not fit.
  func history(on grid: TimeGrid, column: Int, table: inout DataTable) -> TrafficHistory? {
    guard let first = times.first, let last = times.last else { return nil }
    guard last.day - first.day <= Self.longestSpan else {
      reportUneven(
        "from the first time to this are over 100 years", at: times.count - 1, column, &table)
      return nil
    }
    var steps: [Int] = []
    steps.reserveCapacity(times.count)
    for (index, time) in times.enumerated() {
      guard let step = grid.step(of: time, first: first), step != steps.last else {
        reportUneven("not on a \(grid.cadence.rawValue) step", at: index, column, &table)
        return nil
      }
      steps.append(step)
    }
    if let index = changeOfCadence(in: steps, grid: grid) {
      reportUneven("the steps change between here and elsewhere", at: index, column, &table)
      return nil
    }
    return grid.history(first: first, steps: steps, values: values)
  }

  /// Days; a slip in one year must not fill the memory with steps in between.
  private static let longestSpan = 36_525

  private func reportUneven(
    _ reason: String, at index: Int, _ column: Int, _ table: inout DataTable
  ) {
    table.report(
      .unevenSeries(series: name, reason: reason), row: rows[index], column: column)
  }

  /// Where the series runs at a coarser cadence for a while, if it does.
  ///
  /// Four such gaps in a row are no accident: gaps left by chance are hardly ever equal.
  private func changeOfCadence(in steps: [Int], grid: TimeGrid) -> Int? {
    let accident = 3
    var run = 0
    for index in steps.indices.dropFirst() {
      run = grid.isCoarser(gap: steps[index] - steps[index - 1]) ? run + 1 : 0
      if run > accident { return index - run + 1 }
    }
    return nil
  }
}
