package import Organization
import Reporting

/// What a row says to do.
package struct CalibrationAdvice: Hashable, Sendable {
  package enum Finding: String, Hashable, Sendable {
    /// More came than was stated.
    case tooLow = "too-low"
    /// Less came than was stated.
    case tooHigh = "too-high"
    /// Ranges held less than they were to.
    case tooNarrow = "too-narrow"
    /// Ranges held more than they were to.
    case tooWide = "too-wide"
    /// Nothing speaks against what was stated.
    case agrees
    /// Nothing could.
    case tooFew = "too-few"
  }

  package let finding: Finding
  /// The row of the assumptions table to change, if any.
  package let assumption: AssumptionID?
  package let sentence: String

  /// With fewer independent values even a median that all exceed is not shown to be wrong: half to the
  /// power of them is more than 2.5 %.
  static let fewest = 6.0

  package init(_ row: CalibrationRow) {
    finding = Self.finding(row)
    assumption = Self.assumption(finding, row)
    sentence = Self.sentence(finding, row, assumption)
  }

  /// Nobody changes a number for fewer, however far they were off.
  private static let fewestOfAll = 3.0
  /// Where ranges miss more often on one side than this, it is their level that is wrong.
  private static let oneSided = 0.75

  /// The level is looked at before the width, because ranges around a wrong level miss too.
  private static func finding(_ row: CalibrationRow) -> Finding {
    guard row.independent >= fewestOfAll else { return .tooFew }
    if row.above.isMore { return .tooLow }
    if row.above.isLess { return .tooHigh }
    if row.inside.isLess {
      if row.above.seen > oneSided { return .tooLow }
      return row.above.seen < 1 - oneSided ? .tooHigh : .tooNarrow
    }
    if row.inside.isMore { return .tooWide }
    return row.independent < fewest ? .tooFew : .agrees
  }

  private static func assumption(_ finding: Finding, _ row: CalibrationRow) -> AssumptionID? {
    let isLevel: Bool
    switch finding {
    case .agrees, .tooFew: return nil
    case .tooLow, .tooHigh: isLevel = true
    case .tooNarrow, .tooWide: isLevel = false
    }
    switch row.quantity {
    case .traffic: return .trafficGrowthPerYear
    case .leavers: return .turnoverPerYear
    case .pages: return isLevel ? .incidentsPagesTier1 : .incidentsVarianceToMean
    case .timeToFill:
      guard isLevel else { return .hiringLeadTimeSpread }
      return row.subject.flatMap { AssumptionID(rawValue: "level.lead_days_\($0)") }
        ?? .levelLeadDaysMid
    }
  }

  private static func sentence(
    _ finding: Finding, _ row: CalibrationRow, _ assumption: AssumptionID?
  ) -> String {
    let times = row.timesMedian.map { " (\(NumberText.plain($0)) times the medians)" } ?? ""
    let name = assumption?.rawValue ?? ""
    let own = ownNumber(row)
    switch finding {
    case .tooLow: return "more came than was stated\(times): raise \(name)\(own)"
    case .tooHigh: return "less came than was stated\(times): lower \(name)\(own)"
    case .tooNarrow:
      return row.quantity == .pages || row.quantity == .timeToFill
        ? "ranges were too narrow: raise \(name)"
        : "ranges were too narrow: put low and high of \(name) further apart\(own)"
    case .tooWide:
      return row.quantity == .pages || row.quantity == .timeToFill
        ? "ranges were too wide: lower \(name)"
        : "ranges were too wide: put low and high of \(name) closer together\(own)"
    case .agrees: return "came as stated, as far as this can tell; change nothing"
    case .tooFew:
      return "not enough to tell: worth about "
        + NumberText.count(
          Int(row.independent.rounded()), "independent value", "independent values")
    }
  }

  /// Where a model says a number itself, that is the one to change.
  private static func ownNumber(_ row: CalibrationRow) -> String {
    switch row.quantity {
    case .traffic: ", or the model's own `growth` of the drivers"
    case .leavers: ", or the model's own `attrition` of the levels"
    case .pages: " and its like of the other tiers, or the model's own `pages` of the services"
    case .timeToFill: ", or the model's own `lead` of the level"
    }
  }
}
