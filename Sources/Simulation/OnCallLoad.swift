/// Rota arithmetic of one team and month.
///
/// Time on call and pages per shift follow the Google SRE book, chapter 11; the windows of sleep
/// and free time are PagerDuty's.
struct OnCallLoad {
  var share = 0.0
  var nightsPerWeek = 0.0
  var pagesPer12Hours = 0.0
  var shiftOverLimit = 0.0
  var allBusy = 0.0
  var sleepInterruptions = 0.0
  var freeTimeInterruptions = 0.0

  /// Twelve-hour shifts in a month.
  static let shiftsPerMonth = 365.0 / 12 * 2

  /// Works out a month of a rota.
  ///
  /// Fewer people than layers are always on call. What pages did is told of those that came; how
  /// likely a shift is over the limit, or everybody busy, of those that were to be expected, because
  /// the spread of counts is in these probabilities already.
  ///
  /// - Parameters:
  ///   - people: call-ready.
  ///   - layers: on call at the same time.
  ///   - pages: of all the team's services, as they came.
  ///   - expected: pages that were to be expected.
  ///   - windows: of night and free time.
  ///   - elsewhere: pages at night and off work that users elsewhere bring beside those.
  ///   - rules: the assumptions.
  init(
    people: Double, layers: Int, pages: Double, expected: Double, windows: RotaWindows,
    elsewhere: (sleep: Double, off: Double) = (0, 0), rules: Rules
  ) {
    guard layers > 0 else { return }
    let onCall = Double(layers)
    share = people > onCall ? onCall / people : 1
    nightsPerWeek = 7 * share * windows.night
    pagesPer12Hours = pages / Self.shiftsPerMonth
    let perShift = expected / Self.shiftsPerMonth
    shiftOverLimit = NegativeBinomial(mean: perShift, burstiness: rules.burstiness)
      .probabilityOfMore(than: rules.maxPagesPer12Hours)
    allBusy = ErlangC.probabilityOfWaiting(
      load: perShift / 12 * rules.handlingHours, servers: layers)
    let carriers = max(people, onCall)
    sleepInterruptions =
      (pages * rules.sleepShare * windows.night + elsewhere.sleep) / carriers
    freeTimeInterruptions =
      sleepInterruptions
      + (pages * rules.offHoursShare * windows.offHours + elsewhere.off) / carriers
  }
}
