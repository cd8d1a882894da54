import Simulation

/// A number of a whole future that tells shapes of an organisation apart.
package enum ShapeFigure: Int, CaseIterable, Sendable {
  /// Work done within contract hours of what is asked, debt left out.
  case coverage
  /// Share of people burned out.
  case burnout
  /// Share of the time on call of those who take turns.
  case onCall
  /// Pages a month for each person.
  case pages
  /// Months of roadmap missed by the end.
  case slip
  case leavers
  /// Cash and the price of work not done.
  case cost
  case cash

  package var name: String {
    switch self {
    case .coverage: "coverage"
    case .burnout: "burnout"
    case .onCall: "onCallShare"
    case .pages: "pagesPerPerson"
    case .slip: "slipMonths"
    case .leavers: "leavers"
    case .cost: "cost"
    case .cash: "cash"
    }
  }

  /// Whether more of it is better.
  var isGood: Bool { self == .coverage }

  /// Differences that are smaller matter to nobody, however well they are known.
  var least: Double {
    switch self {
    case .coverage, .burnout, .onCall: 0.01
    case .pages, .slip, .leavers, .cost, .cash: 0
    }
  }

  /// All figures of a future, in their order.
  static func values(of result: Trajectory) -> [Double] {
    var (asked, done, burnedOut, employees, people) = (0.0, 0.0, 0.0, 0.0, 0.0)
    var (onCall, ready, pages, slip, roadmap, leavers) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    var cost = CostByKind()
    for place in result.cells.indices {
      let cell = result.cells[place]
      asked += cell.askedHours.total - cell.askedHours[.debt]
      done += cell.doneHours.total - cell.doneHours[.debt]
      employees += cell.headcount.total
      people += cell.headcount.total + cell.partnerSeats
      burnedOut += cell.burnout * cell.headcount.total
      onCall += cell.onCallShare * cell.callReady
      if cell.onCallShare > 0 { ready += cell.callReady }
      pages += cell.pages
      leavers += cell.leavers
      cost += cell.cost
      if place % result.months == result.months - 1 {
        slip += cell.slipMonths * cell.askedHours[.roadmap]
        roadmap += cell.askedHours[.roadmap]
      }
    }
    func share(_ part: Double, _ whole: Double, none: Double = 0) -> Double {
      whole > 1e-9 ? part / whole : none
    }
    return [
      share(done, asked, none: 1), share(burnedOut, employees), share(onCall, ready),
      share(pages, people), share(slip, roadmap), leavers, cost.total, cost.cash,
    ]
  }
}
