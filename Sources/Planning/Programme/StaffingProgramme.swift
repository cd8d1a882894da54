import LinearProgramming
import Organization
import Simulation

/// The mixed-integer programme: which seats to open so that all teams keep the policy at least cost.
///
/// Minimise: expected cost of the seats + expected price of the work left undone + a price on each
/// month in which a demand of the policy is missed, which is so high that no demand is missed to save
/// money. Subject to, for each team and month: hours, senior hours, call-ready people and seniors that
/// the seats add, after ramp, leavers, mentoring, oversight, interviews and communication; guidance
/// that seniors can give; the share of partners, what they may touch, and an owner and a deputy for
/// what they run. And for all teams together: recruiters, partners' seats, money a quarter, new seats.
/// A transfer is a column of two teams: what it takes from the one it gives the other after a ramp.
/// Demands hold with the probability that the policy wants, as ``TeamNeeds`` reads it off the futures.
///
/// The number of each seat is whole; everything else follows. [cf. Zhu & Sherali 2009; Gans & Zhou
/// 2002 for survival as an expected factor]
struct StaffingProgramme {
  var linear = LinearProgram()
  let world: World
  private(set) var blocks: [Block] = []
  /// Rows that no plan may break, unless by seats that are locked.
  private(set) var hard: [LinearProgram.Row] = []
  /// Transfers, which are columns of two teams.
  private(set) var transfers: [Transfer: LinearProgram.Variable] = [:]
  private(set) var rises: [Rise: LinearProgram.Variable] = [:]

  /// The part of one team.
  struct Block {
    let setting: TeamSetting
    let options: [SeatOption]
    /// How often each option is taken, in the order of ``options``.
    var counts: [LinearProgram.Variable] = []
    /// Money for undone work by month.
    var undone: [LinearProgram.Variable] = []
    /// By demand and month: how far it is missed; `nil` where it is not judged.
    var missed: [[LinearProgram.Variable?]] = []
    /// Guidance that nobody can give, by month.
    var unguided: [LinearProgram.Variable] = []
    /// By month: rows that sum up hours, and those that only seniors work, whose duals are what one
    /// hour less costs.
    var hoursRows: [LinearProgram.Row] = []
    var seniorHoursRows: [LinearProgram.Row] = []
    /// By demand: the same of what can be relied on; none where the demand is far from being missed.
    var demandRows: [[LinearProgram.Row]] = []
  }

  init(_ world: World) { self.world = world }

  var model: StaffingModel { world.model }
  var months: Int { model.months }

  // MARK: A team

  /// Adds a team.
  ///
  /// `weight` says how likely this course of things is, where there are several; `price` what an
  /// option counts, which need not be what it costs.
  ///
  /// - Complexity: O(options × months).
  mutating func add(
    _ setting: TeamSetting, needs: TeamNeeds, options: [SeatOption], weight: Double = 1,
    price: (SeatOption) -> Double
  ) {
    var block = Block(setting: setting, options: options)
    for option in options { block.counts.append(column(option, cost: weight * price(option))) }
    addGuidance(to: &block)
    addUndone(to: &block, needs: needs, weight: weight)
    addDemands(to: &block, needs: needs, weight: weight)
    addPartners(to: &block)
    limitRises(of: block)
    blocks.append(block)
  }

  /// The column of an option; two halves are one, and cost what both do.
  private mutating func column(_ option: SeatOption, cost: Double) -> LinearProgram.Variable {
    if let known = option.transfer.flatMap({ transfers[$0] }) ?? option.rise.flatMap({ rises[$0] })
    {
      linear.price(known, at: linear.costs[known.index] + cost)
      return known
    }
    let column = linear.variable(
      Self.name(option), in: (0, option.most), cost: cost, isWhole: true)
    if let transfer = option.transfer { transfers[transfer] = column }
    if let rise = option.rise { rises[rise] = column }
    return column
  }

  private static func name(_ option: SeatOption) -> String {
    if let rise = option.rise { return "t\(rise.team)_l\(rise.level)_rise_m\(rise.month)" }
    if let move = option.transfer {
      return "t\(move.from)_t\(move.to)_l\(move.level)_m\(move.month)"
    }
    let source = option.partner.map { "p\($0)" } ?? "hire"
    let end = option.seat.endMonth.map { "-\($0)" } ?? ""
    return "t\(option.seat.team)_l\(option.seat.level)_\(source)_m\(option.seat.openMonth)\(end)"
  }

  /// Terms of all options that are open in a month.
  private func terms(
    _ block: Block, in index: Int, _ factor: (SeatOption) -> Double
  ) -> [LinearProgram.Term] {
    zip(block.options, block.counts).compactMap { option, count in
      guard option.seat.openMonth <= index else { return nil }
      let value = factor(option)
      return value != 0 ? LinearProgram.Term(value, count) : nil
    }
  }

  /// Newcomers and juniors beyond what seniors can guide.
  private mutating func addGuidance(to block: inout Block) {
    for index in 0..<months {
      let unguided = linear.variable("unguided_t\(block.setting.team)_m\(index)")
      block.unguided.append(unguided)
      let capacity = model.rules.guidanceCapacity
      linear.require(
        terms(block, in: index) {
          let month = $0.expected(in: index)
          return month.guidance - capacity * month.mentors
        }
          + [LinearProgram.Term(-1, unguided)],
        atMost: max(0, block.setting.spareGuidance[index]),
        named: "guidance_t\(block.setting.team)_m\(index)")
    }
  }

  /// What seats add in each month, less what newcomers lose without guidance: variables, and the rows
  /// that make them so.
  private mutating func sums(
    _ name: String, of block: Block, losing lost: Double,
    _ factor: (SeatOption, Int) -> Double
  ) -> (sums: [LinearProgram.Variable], rows: [LinearProgram.Row]) {
    var (sums, rows) = ([LinearProgram.Variable](), [LinearProgram.Row]())
    for index in 0..<months {
      let place = "\(name)_t\(block.setting.team)_m\(index)"
      let sum = linear.variable(place, in: (-.infinity, .infinity))
      sums.append(sum)
      rows.append(
        linear.require(
          terms(block, in: index) { factor($0, index) }
            + [LinearProgram.Term(-lost, block.unguided[index]), LinearProgram.Term(-1, sum)],
          equals: 0, named: "sum_\(place)"))
    }
    return (sums, rows)
  }

  private mutating func addUndone(to block: inout Block, needs: TeamNeeds, weight: Double) {
    let setting = block.setting
    let (hours, hoursRows) = sums("hours", of: block, losing: setting.lostWithoutGuidance) {
      setting.hours($0.expected(in: $1), in: $1)
    }
    let (senior, seniorRows) = sums("seniorhours", of: block, losing: 0) {
      setting.seniorHours($0, $0.expected(in: $1), in: $1)
    }
    (block.hoursRows, block.seniorHoursRows) = (hoursRows, seniorRows)
    for index in 0..<months {
      let money = linear.variable("undone_t\(setting.team)_m\(index)", cost: weight)
      block.undone.append(money)
      for (lines, sum) in [
        (needs.undone[index], hours[index]), (needs.seniorUndone[index], senior[index]),
      ] {
        for line in lines where line.intercept > 0 || line.slope != 0 {
          linear.require(
            [LinearProgram.Term(1, money), LinearProgram.Term(-line.slope, sum)],
            atLeast: line.intercept, named: "price_t\(setting.team)_m\(index)")
        }
      }
    }
  }

  private mutating func addDemands(to block: inout Block, needs: TeamNeeds, weight: Double) {
    let setting = block.setting
    for demand in TeamNeeds.Demand.allCases {
      // Newcomers take before they give, so that they may miss what holds without them.
      let taken = (0..<months).map { most(takenFrom: demand, by: block, in: $0) }
      let near = (world.firstMonth..<max(world.firstMonth, months)).filter { index in
        needs.required[demand.rawValue][index] > -taken[demand.window(to: index)].reduce(0, +)
      }
      var missed = [LinearProgram.Variable?](repeating: nil, count: months)
      guard !near.isEmpty else {
        block.missed.append(missed)
        block.demandRows.append([])
        continue
      }
      let lost = demand == .coverage ? setting.lostWithoutGuidance : 0
      let (added, rows) = sums("sure\(demand)", of: block, losing: lost) {
        setting.sure($0, for: demand, in: $1)
      }
      block.demandRows.append(rows)
      for index in near {
        let short = linear.variable(
          "missed_\(demand)_t\(setting.team)_m\(index)",
          cost: weight * world.price(of: demand))
        missed[index] = short
        linear.require(
          demand.window(to: index).map { LinearProgram.Term(1, added[$0]) }
            + [LinearProgram.Term(1, short)], atLeast: needs.required[demand.rawValue][index],
          named: "\(demand)_t\(setting.team)_m\(index)")
      }
      block.missed.append(missed)
    }
  }

  /// What one person can do but once, whenever she does it.
  private struct Change: Hashable {
    private let level: Int
    private let from: Int?
    private let year: Int?

    /// - Returns: `nil` for seats.
    init?(_ option: SeatOption) {
      guard !option.isSeat else { return nil }
      level = option.seat.level
      from = option.isLoss ? nil : option.transfer?.from
      year = option.rise.map { $0.month / 12 }
    }
  }

  /// The most that seats can take away from what a demand counts in a month; never less than 0.
  private func most(takenFrom demand: TeamNeeds.Demand, by block: Block, in index: Int) -> Double {
    let setting = block.setting
    let lost = demand == .coverage ? setting.lostWithoutGuidance : 0
    // Of all times at which somebody may change teams, or rise in a year, one counts.
    var changes = [Change: Double]()
    let seats = block.options.reduce(0) { sum, option in
      guard option.seat.openMonth <= index else { return sum }
      let unguided = max(0, option.expected(in: index).guidance) * lost
      let taken = max(0, unguided - setting.sure(option, for: demand, in: index)) * option.most
      guard let change = Change(option) else { return sum + taken }
      changes[change] = max(changes[change] ?? 0, taken)
      return sum
    }
    return changes.values.sorted().reduce(seats, +)
  }

  /// Partners' share of people and work, and employees who own what they run.
  private mutating func addPartners(to block: inout Block) {
    guard block.options.contains(where: { $0.partner != nil }) else { return }
    let (setting, share) = (block.setting, model.organization.policy.maxPartnerShare)
    let most = Double(model.organization.partners.map(\.maxSeats).max() ?? 0)
    let seats = model.organization.partners.reduce(0) { $0 + Double($1.maxSeats) }
    for index in 0..<months {
      let name = "t\(setting.team)_m\(index)"
      let shares = linear.require(
        terms(block, in: index) {
          ($0.partner != nil ? 1 - share : -share) * $0.expected(in: index).present
        },
        atMost: max(0, share * setting.employees[index] - (1 - share) * setting.engaged),
        named: "partnershare_\(name)")
      hard.append(shares)
      let worked = terms(block, in: index) {
        $0.partner != nil ? $0.expected(in: index).hours : 0
      }
      // All partners' seats together may be too few to work so much.
      let longest = worked.map(\.factor).max() ?? 0
      if seats * longest > setting.openToPartners[index] {
        hard.append(
          linear.require(
            worked, atMost: setting.openToPartners[index], named: "partnerwork_\(name)"))
      }
      // An owner and a deputy: half a person may be missing of the two.
      guard setting.owners[index] < 1.5 else { continue }
      let owned = linear.require(
        terms(block, in: index) {
          let present = $0.expected(in: index).present
          return $0.partner != nil ? present : ($0.life.standing >= .mid ? -most * present : 0)
        }, atMost: most * max(0, setting.owners[index] - 0.5), named: "owners_\(name)")
      hard.append(owned)
    }
  }

  /// No more people rise in a year than may.
  private mutating func limitRises(of block: Block) {
    var years = [Rise: (most: Double, terms: [LinearProgram.Term])]()
    var order = [Rise]()
    for (option, count) in zip(block.options, block.counts) {
      guard var year = option.rise, !option.isLoss else { continue }
      year.month /= 12
      if years[year] == nil { order.append(year) }
      years[year, default: (option.most, [])].terms.append(LinearProgram.Term(1, count))
    }
    for year in order {
      guard let (most, terms) = years[year] else { continue }
      linear.require(
        terms, atMost: most, named: "rises_t\(year.team)_l\(year.level)_y\(year.month)")
    }
  }

  // MARK: All teams together

  /// Adds what teams share.
  ///
  /// - Returns: the rows, in the order given.
  @discardableResult
  mutating func share(_ rows: [SharedMeans.Row]) -> [LinearProgram.Row] {
    let columns = blocks.flatMap { zip($0.options, $0.counts) }
    let added = rows.map { row in
      linear.require(
        columns.map { LinearProgram.Term(row.taken($0), $1) }, atMost: row.limit, named: row.name)
    }
    hard += added
    return added
  }

  /// Adds how many people may leave their teams for others.
  mutating func limit(_ limits: [TransferLimit]) {
    for limit in limits {
      let terms = blocks.filter { $0.setting.team == limit.team }.flatMap { block in
        zip(block.options, block.counts).filter { option, _ in
          option.isLoss && limit.levels.contains(option.seat.level)
        }.map { LinearProgram.Term(1, $1) }
      }
      guard !terms.isEmpty else { continue }
      linear.require(
        terms, atMost: Double(limit.most), named: "transfers_t\(limit.team)_\(limit.levels.count)")
    }
  }

  /// Takes the price off missing the policy; what is missed may come to so much instead, in persons'
  /// worth of a month.
  ///
  /// - Returns: the variable whose upper bound is the cap.
  mutating func capMissed() -> LinearProgram.Variable {
    let most = linear.variable("mostmissed")
    var terms = [LinearProgram.Term(-1, most)]
    for block in blocks {
      for (demand, missed) in zip(TeamNeeds.Demand.allCases, block.missed) {
        for short in missed.compactMap(\.self) {
          linear.price(short, at: 0)
          terms.append(LinearProgram.Term(1 / world.unit(of: demand), short))
        }
      }
    }
    linear.require(terms, atMost: 0, named: "missed")
    return most
  }

  /// Makes missing the policy so many times as dear.
  mutating func priceMissed(times factor: Double) {
    for short in blocks.flatMap(\.missed).flatMap(\.self).compactMap(\.self) {
      linear.price(short, at: linear.costs[short.index] * factor)
    }
  }

  /// Narrows a variable.
  mutating func bound(_ variable: LinearProgram.Variable, to bounds: (Double, Double)) {
    linear.bound(variable, to: bounds)
  }
}
