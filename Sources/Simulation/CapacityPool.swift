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
    /// Share of the team's work that it may touch, compliance aside.
    var open: Double
    /// Share of the team's compliance work that it may touch.
    var openCompliance: Double
    /// What it may still do of the class of work at hand.
    fileprivate var permitted = 0.0

    init(hours: ByStanding, takesPager: Bool, open: Double, openCompliance: Double) {
      self.hours = hours
      self.takesPager = takesPager
      self.open = open
      self.openCompliance = openCompliance
    }

    fileprivate mutating func permit(_ kind: WorkKind, of hours: Double) {
      switch kind {
      case .incidents: permitted = takesPager ? hours * open : 0
      case .compliance: permitted = hours * openCompliance
      case .scaling, .upkeep, .debt, .roadmap: permitted = hours * open
      }
    }
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
  /// for what only they can do; for nested classes this greedy order leaves the least undone. At
  /// one standing partners go first, because they may do less.
  ///
  /// - Returns: the hours done, counted up rather than subtracted, so that they are exact however
  ///   much is left.
  @discardableResult mutating func work(off demand: inout WorkDemand) -> ByWorkKind {
    var done = ByWorkKind()
    for kind in WorkKind.allCases {
      for needed in Standing.allCases.reversed() where demand[kind, needed] > 0 {
        for index in partners.indices {
          partners[index].permit(kind, of: demand[kind, needed])
        }
        for standing in Standing.allCases where standing >= needed {
          for index in partners.indices {
            let hours = min(
              partners[index].hours[standing], partners[index].permitted, demand[kind, needed])
            partners[index].hours[standing] -= hours
            partners[index].permitted -= hours
            demand[kind, needed] -= hours
            done[kind] += hours
          }
          let hours = min(inHouse[standing], demand[kind, needed])
          inHouse[standing] -= hours
          demand[kind, needed] -= hours
          done[kind] += hours
        }
      }
    }
    return done
  }

  /// The most hours of one kind of which nothing is left; shares are by kind and least standing.
  func most(of kind: WorkKind, shares: [[Double]]) -> Double {
    let all = partners.reduce(inHouse) { sum, partner in
      var sum = sum
      for standing in Standing.allCases { sum[standing] += partner.hours[standing] }
      return sum
    }
    let bounds = Standing.allCases.map { standing in
      let share = shares[kind.rawValue][standing.rawValue]
      return share > 0 ? all.atLeast(standing) / share : .infinity
    }
    let bound = bounds.min() ?? 0
    guard partners.contains(where: { $0.open < 1 && $0.hours.total > 0 }) else { return bound }
    // What is open to a partner grows with what is asked, so the answer is found by halving.
    var done = 0.0
    var beyond = bound
    for _ in 0..<40 {
      let middle = (done + beyond) / 2
      if leavesNothing(of: kind, asked: middle, shares: shares) {
        done = middle
      } else {
        beyond = middle
      }
    }
    return done
  }

  private func leavesNothing(of kind: WorkKind, asked: Double, shares: [[Double]]) -> Bool {
    var hours = ByWorkKind()
    hours[kind] = asked
    var demand = WorkDemand(hours, shares: shares)
    var pool = self
    pool.work(off: &demand)
    return demand.total(kind) <= 1e-12 * asked
  }
}
