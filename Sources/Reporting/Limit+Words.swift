import Organization
import Planning

extension Limit {
  /// What breaks, when and how badly, without the team's name.
  ///
  /// What futures tell no figure of has its expected one, which may keep to the limit that many of them break.
  func sentence(worst: Double, threshold: Double, from month: YearMonth) -> String {
    guard isFloor ? worst < threshold : worst > threshold else {
      let side = isFloor ? "below" : "above"
      return "\(name) \(side) \(text(threshold)) from \(month) (\(text(worst)) expected)"
    }
    // What breaks a limit must not look equal to it.
    let decimals = (0...3).first { text(worst, more: $0) != text(threshold, more: $0) }
    let sign = isFloor ? "<" : ">"
    return "\(name) \(text(worst, more: decimals ?? 0)) \(sign) \(text(threshold)) from \(month)"
  }

  /// A figure as the limit is usually given, with `more` decimals than usual.
  func text(_ value: Double, more: Int = 0) -> String {
    switch self {
    case .coverage, .seniorCoverage, .onCallShare, .burnout, .neverOnCallShare,
      .adviceOnCallShare:
      NumberText.percent(value, decimals: more)
    case .minimumSeniors, .pagesPerShift, .weeklyHours, .interruptions, .nights:
      NumberText.plain(value, decimals: 1 + more)
    }
  }
}
