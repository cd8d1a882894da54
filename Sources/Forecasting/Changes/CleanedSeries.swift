import Foundation

/// A history made fit for fitting, with an account of what was changed.
package enum CleanedSeries {
  /// Below this many known values nothing is looked for but gaps.
  static let fewest = 12

  /// Finds changes and handles them, unless the user overrules.
  ///
  /// Outages and gaps become missing values, outliers are pulled in, and what came before a level
  /// shift is moved to the new level. Holidays and campaigns should be taken out first by
  /// ``OccasionEffects``, or they count as outliers.
  ///
  /// - Parameters:
  ///   - series: what was counted.
  ///   - overrides: what the user says.
  ///   - caution: which changes are left alone though they were found.
  /// - Returns: a series of the same length, and the changes in order of time.
  package static func make(
    _ series: Series, overrides: [ChangeOverride] = [], caution: CleaningCaution = .none
  ) -> (series: Series, changes: [Change]) {
    var cleaning = Cleaning(series, overrides: overrides, caution: caution)
    cleaning.findOutages()
    cleaning.findGaps()
    cleaning.findShiftsAndOutliers()
    return (cleaning.series, cleaning.sortedChanges)
  }
}
