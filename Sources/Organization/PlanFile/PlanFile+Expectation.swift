extension PlanFile {
  /// What was expected by the beginning of a month, between the months that the file has in proportion.
  ///
  /// - Returns: `nil` before the first and after the last of them.
  package func expected(by month: YearMonth) -> Expectation? {
    guard let after = expected.first(where: { $0.month >= month }) else { return nil }
    guard after.month != month else { return after }
    guard let before = expected.last(where: { $0.month < month }) else { return nil }
    let share = Double(month - before.month) / Double(after.month - before.month)
    func between(_ a: Double, _ b: Double) -> Double { a + (b - a) * share }
    func between(_ a: [String: Double], _ b: [String: Double]) -> [String: Double] {
      a.merging(b) { between($0, $1) }
    }
    var row = Expectation(month: month)
    row.cash = between(before.cash, after.cash)
    row.undone = between(before.undone, after.undone)
    row.traffic = between(before.traffic, after.traffic)
    row.people = between(before.people, after.people)
    row.leavers = between(before.leavers, after.leavers)
    return row
  }
}
