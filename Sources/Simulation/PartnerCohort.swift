import Organization

/// Seats of one partner in one team that began together.
struct PartnerCohort: Sendable {
  var partner: Int
  var level: Int
  /// Month of the plan of the first working day; far in the past for seats that work today.
  var start: Double
  var end: Int?
  var count: Double

  /// Share of `month` that is worked.
  func presence(in month: Int) -> Double {
    if let end, month >= end { return 0 }
    return clamp(Double(month + 1) - start, 0, 1)
  }
}
