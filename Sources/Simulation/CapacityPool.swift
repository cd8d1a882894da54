import Organization

/// Hours that people can give in a month, by standing.
struct CapacityPool {
  var inHouse = ByStanding()
  /// By partner; empty where no partner works for the team.
  var partners: [PartnerPool] = []

  /// Hours of one partner and what it may be used for.
  struct PartnerPool {
    var hours: ByStanding
    var takesPager: Bool
    /// Share of the team's work that it may touch.
    var open: Double
  }

  var total: Double { partners.reduce(inHouse.total) { $0 + $1.hours.total } }

  /// The same people for `factor` times the hours.
  func scaled(by factor: Double) -> CapacityPool {
    var copy = self
    copy.inHouse = inHouse.scaled(by: factor)
    for index in copy.partners.indices {
      copy.partners[index].hours = partners[index].hours.scaled(by: factor)
    }
    return copy
  }

  /// Does as much of `demand` as it can, most urgent kind first.
  ///
  /// Each class of work is given to the lowest standing that may do it, so that seniors are kept
  /// for what only they can do; for nested classes this greedy order leaves the least undone.
  mutating func work(off demand: inout WorkDemand) {
    for kind in WorkKind.allCases {
      var open = demand[kind]
      for index in partners.indices where kind != .incidents || partners[index].takesPager {
        var permitted = open.scaled(by: partners[index].open)
        let forbidden = open.scaled(by: 1 - partners[index].open)
        partners[index].hours.work(off: &permitted)
        open = permitted.adding(forbidden)
      }
      inHouse.work(off: &open)
      demand[kind] = open
    }
  }
}

extension ByStanding {
  /// Spends these hours on work that needs at least certain standings, the highest class first.
  fileprivate mutating func work(off demand: inout ByStanding) {
    for needed in Self.highestFirst where demand[needed] > 0 {
      for standing in Standing.allCases where standing >= needed {
        let hours = min(self[standing], demand[needed])
        self[standing] -= hours
        demand[needed] -= hours
      }
    }
  }

  fileprivate func adding(_ other: ByStanding) -> ByStanding {
    var sum = self
    for standing in Standing.allCases { sum[standing] += other[standing] }
    return sum
  }

  private static let highestFirst: [Standing] = [.staff, .senior, .mid, .junior]
}
