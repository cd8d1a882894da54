/// Remembers where asking for more has been seen not to help.
///
/// Some demands no seat can mend: those of months before anybody can have arrived, or burnout that
/// comes from elsewhere. Asking for more there each round would hire without end.
struct Chase {
  private var last: [(added: Double, short: Double)?]
  private var hopeless: [Bool]
  private let months: Int

  init(teams: Int, months: Int) {
    self.months = months
    let size = teams * months * TeamNeeds.Demand.allCases.count
    last = [(added: Double, short: Double)?](repeating: nil, count: size)
    hopeless = [Bool](repeating: false, count: size)
  }

  /// Share of what was added that has to be seen for more to be worth asking for.
  private static let least = 0.25

  /// Holds back where the last raise did not help.
  mutating func hold(
    _ needs: inout TeamNeeds, of team: Int, added: Added, _ world: StaffingProgramme.World
  ) {
    for demand in TeamNeeds.Demand.allCases {
      for month in 0..<months {
        let place = (team * TeamNeeds.Demand.allCases.count + demand.rawValue) * months + month
        let (now, short) = (added[demand, month], needs.short[demand.rawValue][month])
        if let last = last[place], now - last.added > 0.2 * world.unit(of: demand) {
          hopeless[place] = last.short - short < Self.least * (now - last.added)
        }
        last[place] = (now, short)
        if hopeless[place] { needs.hold(demand, month) }
      }
    }
  }
}
