package import Forecasting
package import Organization

extension TrafficHistory {
  /// The history by calendar month, without the months from `start` on.
  package func monthly(before start: YearMonth) -> MonthlyTraffic {
    let cadence: MonthlyTraffic.Cadence =
      switch cadence {
      case .hourly: .hourly
      case .daily: .daily
      case .weekly: .weekly
      case .monthly: .monthly
      }
    var monthly = MonthlyTraffic.aggregate(
      values: values, cadence: cadence, firstDay: firstDay, firstHour: firstHour)
    let known = max(0, start.index - monthly.firstMonthIndex)
    if known < monthly.meanPerDay.count {
      monthly.meanPerDay = Array(monthly.meanPerDay.prefix(known))
      monthly.peakToMean = Array(monthly.peakToMean.prefix(known))
    }
    return monthly
  }
}
