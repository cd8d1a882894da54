import Organization

/// Hours that people can give in a month, by standing.
struct CapacityPool {
  var inHouse = ByStanding()
  /// By partner; empty where no partner works for the team.
  var partners: [PartnerPool] = []

  /// Hours of one partner and what it may be used for.
  struct PartnerPool {
    /// Index into ``Organization/partners``.
    var partner: Int
    var hours: ByStanding
    var takesPager: Bool
    /// Share of the team's work that it may touch, compliance aside.
    var open: Double
    /// Share of the team's compliance work that it may touch.
    var openCompliance: Double
    /// What it may still do of the class of work at hand.
    var permitted = 0.0

    init(
      partner: Int, hours: ByStanding = ByStanding(), takesPager: Bool, open: Double,
      openCompliance: Double
    ) {
      self.partner = partner
      self.hours = hours
      self.takesPager = takesPager
      self.open = open
      self.openCompliance = openCompliance
    }

    mutating func permit(_ kind: WorkKind, of hours: Double) {
      switch kind {
      case .incidents: permitted = takesPager ? hours * open : 0
      case .compliance: permitted = hours * openCompliance
      case .scaling, .upkeep, .debt, .roadmap: permitted = hours * open
      }
    }
  }

  var total: Double { partners.reduce(inHouse.total) { $0 + $1.hours.total } }

  /// Adds hours of a partner who works this month.
  mutating func add(
    _ hours: Double, _ standing: Standing, from partner: Int, of terms: PartnerModel,
    for team: TeamModel, in month: Int
  ) {
    let known = partners.firstIndex { $0.partner == partner }
    if known == nil {
      partners.append(
        PartnerPool(
          partner: partner, takesPager: terms.takesPager,
          open: team.openToPartner(partner, in: month),
          openCompliance: team.complianceOpenToPartner(partner, in: month)))
    }
    partners[known ?? partners.count - 1].hours[standing] += hours
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
    guard !partners.isEmpty else { return inHouse.work(off: &demand) }
    var employees = inHouse
    defer { inHouse = employees }
    return partners.withUnsafeMutableBufferPointer {
      SharedWork.work(off: &demand, employees: &employees, partners: $0)
    }
  }

  /// The same by a copy, where employees work `factor` times the hours; partners work what is billed.
  func worked(off demand: inout WorkDemand, overtime factor: Double = 1) -> ByWorkKind {
    var employees = inHouse.scaled(by: factor)
    guard !partners.isEmpty else { return employees.work(off: &demand) }
    // On the stack, as an array would be allocated in every month of every future.
    return withUnsafeTemporaryAllocation(of: PartnerPool.self, capacity: partners.count) { copy in
      _ = copy.initialize(from: partners)
      return SharedWork.work(off: &demand, employees: &employees, partners: copy)
    }
  }

  /// The most hours of one kind of which nothing is left; shares are by kind and least standing.
  func most(of kind: WorkKind, shares: WorkDemand) -> Double {
    let all = partners.reduce(inHouse) { sum, partner in
      var sum = sum
      for standing in Standing.allCases { sum[standing] += partner.hours[standing] }
      return sum
    }
    let bounds = Standing.allCases.map { standing in
      let share = shares[kind].atLeast(standing)
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

  private func leavesNothing(of kind: WorkKind, asked: Double, shares: WorkDemand) -> Bool {
    var hours = ByWorkKind()
    hours[kind] = asked
    var demand = WorkDemand(hours, shares: shares)
    var pool = self
    pool.work(off: &demand)
    return demand[kind].total <= 1e-12 * asked
  }
}
