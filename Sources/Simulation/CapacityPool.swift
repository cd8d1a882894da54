import Organization

/// Hours of work by kind and least standing that it needs.
struct WorkDemand {
  private var hours = [Double](repeating: 0, count: WorkKind.allCases.count * 4)

  subscript(kind: WorkKind, standing: Standing) -> Double {
    get { hours[kind.rawValue * 4 + standing.rawValue] }
    set { hours[kind.rawValue * 4 + standing.rawValue] = newValue }
  }

  init(_ asked: ByWorkKind, shares: [[Double]]) {
    for kind in WorkKind.allCases {
      let nested = shares[kind.rawValue]
      for standing in Standing.allCases {
        let above = standing == .staff ? 0 : nested[standing.rawValue + 1]
        self[kind, standing] = asked[kind] * (nested[standing.rawValue] - above)
      }
    }
  }

  func total(_ kind: WorkKind) -> Double {
    Standing.allCases.reduce(0) { $0 + self[kind, $1] }
  }

  func needingSenior(_ kind: WorkKind) -> Double { self[kind, .senior] + self[kind, .staff] }
}

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
    for standing in Standing.allCases {
      copy.inHouse[standing] *= factor
      for index in copy.partners.indices { copy.partners[index].hours[standing] *= factor }
    }
    return copy
  }

  /// Does as much of `demand` as it can, most urgent kind first.
  ///
  /// Each class of work is given to the lowest standing that may do it, so that seniors are kept
  /// for what only they can do; for nested classes this greedy order leaves the least undone.
  mutating func work(off demand: inout WorkDemand) {
    for kind in WorkKind.allCases {
      workOffWithPartners(kind, of: &demand)
      for needed in Standing.allCases.reversed() where demand[kind, needed] > 0 {
        for standing in Standing.allCases where standing >= needed {
          let hours = min(inHouse[standing], demand[kind, needed])
          inHouse[standing] -= hours
          demand[kind, needed] -= hours
        }
      }
    }
  }

  private mutating func workOffWithPartners(_ kind: WorkKind, of demand: inout WorkDemand) {
    for index in partners.indices {
      if kind == .incidents && !partners[index].takesPager { continue }
      let open = partners[index].open
      for needed in Standing.allCases.reversed() {
        var permitted = demand[kind, needed] * open
        for standing in Standing.allCases where standing >= needed && permitted > 0 {
          let hours = min(partners[index].hours[standing], permitted)
          partners[index].hours[standing] -= hours
          demand[kind, needed] -= hours
          permitted -= hours
        }
      }
    }
  }
}
