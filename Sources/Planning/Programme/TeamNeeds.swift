import Organization
import Simulation

/// What a plan has to add to a team, month by month.
struct TeamNeeds: Sendable {
  /// A demand of the policy as programmes see it.
  enum Demand: Int, CaseIterable {
    case coverage, seniorCoverage, onCallShare, minimumSeniors, burnout

    var limit: Limit {
      switch self {
      case .coverage: .coverage
      case .seniorCoverage: .seniorCoverage
      case .onCallShare: .onCallShare
      case .minimumSeniors: .minimumSeniors
      case .burnout: .burnout
      }
    }

    var gap: FutureSample.Figure {
      switch self {
      case .coverage: .coverageGap
      case .seniorCoverage: .seniorGap
      case .onCallShare: .readyGap
      case .minimumSeniors: .seniorsGap
      case .burnout: .burnoutGap
      }
    }
  }

  /// By demand and month: hours of the quarter, people or shares that the plan's seats have to add.
  private(set) var required: [[Double]]
  /// By demand and month: what the plan at hand is short of; negative is to spare.
  let short: [[Double]]
  /// By month: what undone work costs at least, as lines over the hours added.
  private(set) var undone: [[Line]]
  /// The same for work that needs seniors.
  private(set) var seniorUndone: [[Line]]

  /// A lower bound on a convex function.
  struct Line: Hashable, Sendable {
    var slope: Double
    var intercept: Double
  }

  /// Reads off `sample`, futures of a plan that is taken to add `added`, what is still short.
  ///
  /// `margin` is in standard errors by which a demand is to hold more often than wanted, as what holds
  /// as often as wanted in these futures does so in half of all others only.
  init(
    of team: Int, in sample: FutureSample, added: Added, limits: Limits, rules: Rules,
    margin: Double
  ) {
    let short = Demand.allCases.map { demand in
      (0..<sample.months).map {
        Self.short(
          of: demand, team, $0, in: sample, wanted: limits.probability(demand.limit), margin)
      }
    }
    self.short = short
    required = Demand.allCases.map { demand in
      (0..<sample.months).map { added[demand, $0] + short[demand.rawValue][$0] }
    }
    let price = UndonePrice(rules)
    undone = (0..<sample.months).map { month in
      price.lines(
        sample.all(.undone, team: team, month: month), added: added.hours[month],
        roadmap: sample.mean(.roadmap, team: team, month: month),
        capacity: sample.mean(.capacity, team: team, month: month))
    }
    seniorUndone = (0..<sample.months).map { month in
      price.lines(
        sample.all(.seniorUndone, team: team, month: month), added: added.seniorHours[month],
        roadmap: sample.mean(.roadmap, team: team, month: month),
        capacity: sample.mean(.capacity, team: team, month: month))
    }
  }
}

extension TeamNeeds {
  /// The same with every third line only of what undone work costs, from which programmes get smaller
  /// than from anything else.
  var rougher: TeamNeeds {
    func some(_ lines: [Line]) -> [Line] {
      lines.enumerated().filter { $0.offset % 3 == 1 || lines.count < 3 }.map(\.element)
    }
    var copy = self
    copy.undone = undone.map(some)
    copy.seniorUndone = seniorUndone.map(some)
    return copy
  }

  private static func short(
    of demand: Demand, _ team: Int, _ month: Int, in sample: FutureSample, wanted: Double,
    _ margin: Double
  ) -> Double {
    let gaps = sample.all(demand.gap, team: team, month: month)
    let count = Double(sample.count)
    let error = (wanted * (1 - wanted) / count).squareRoot()
    let place = Int(((wanted + margin * error) * count - 1e-9).rounded(.up)) - 1
    let last = min(sample.count - 1, max(0, place))
    guard demand == .burnout else { return Double(gaps.sorted()[last]) }
    // Whole people are burned out or not, so that a quantile jumps; spread over the person that each
    // stands for, it moves with the mean, as seats do.
    let person = 1 / max(1, sample.mean(.people, team: team, month: month))
    let spread = gaps.enumerated().map { future, gap in
      let place = (Double(future) * Self.goldenShare).truncatingRemainder(dividingBy: 1)
      return Double(gap) + person * (place - 0.5)
    }
    return spread.sorted()[last]
  }

  /// Steps of so much modulo 1 fill the unit interval evenly.
  private static let goldenShare = 0.618_033_988_749_895

  /// Asks for no more than the plan at hand adds where asking for more has not helped.
  mutating func hold(_ demand: Demand, _ month: Int) {
    required[demand.rawValue][month] -= max(0, short[demand.rawValue][month])
  }
}

/// What seats add to a team, by month, as programmes reckon.
struct Added: Sendable {
  /// Expected hours, for what undone work costs.
  private(set) var hours: [Double]
  private(set) var seniorHours: [Double]
  /// What can be relied on, by demand: hours of the month, people, or burned-out shares less.
  private var sure: [[Double]]

  init(months: Int) {
    hours = [Double](repeating: 0, count: months)
    seniorHours = hours
    sure = TeamNeeds.Demand.allCases.map { _ in [Double](repeating: 0, count: months) }
  }

  /// Adds one seat.
  mutating func add(_ option: SeatOption, in setting: TeamSetting) {
    for index in option.seat.openMonth..<max(option.seat.openMonth, hours.count) {
      hours[index] += setting.hours(option.expected(in: index), in: index)
      seniorHours[index] += setting.seniorHours(option, option.expected(in: index), in: index)
      for demand in TeamNeeds.Demand.allCases {
        sure[demand.rawValue][index] += setting.sure(option, for: demand, in: index)
      }
    }
  }

  /// What counts towards a demand; coverage is judged on a quarter's sum.
  subscript(demand: TeamNeeds.Demand, month: Int) -> Double {
    sure[demand.rawValue][demand.window(to: month)].reduce(0, +)
  }
}

extension TeamNeeds.Demand {
  /// The months that are judged together.
  func window(to month: Int) -> ClosedRange<Int> {
    switch self {
    case .coverage, .seniorCoverage: max(0, month - 2)...month
    case .onCallShare, .minimumSeniors, .burnout: month...month
    }
  }
}

/// What an hour of work left undone costs, the more the more there is of it.
struct UndonePrice {
  private let rules: Rules

  init(_ rules: Rules) { self.rules = rules }

  /// Lines that bound the expected price from below, each touching it.
  ///
  /// `undone` is by future when `added` hours are there already. Roadmap work is the first to be left
  /// undone; of `capacity` overtime is a share.
  ///
  /// - Complexity: O(futures) for each line.
  func lines(
    _ undone: ArraySlice<Float>, added: Double, roadmap: Double, capacity: Double
  ) -> [TeamNeeds.Line] {
    let sorted = undone.map { Double($0) + added }.sorted()
    guard let last = sorted.last, last > 0 else { return [] }
    let places = [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95].map {
      sorted[Int($0 * Double(sorted.count - 1))]
    }
    let count = Double(sorted.count)
    return Array(Set(places + [added])).sorted().map { place in
      var (value, slope) = (0.0, 0.0)
      for hours in sorted where hours > place {
        let (price, marginal) = price(of: hours - place, roadmap: roadmap, capacity: capacity)
        value += price
        slope -= marginal
      }
      return TeamNeeds.Line(
        slope: slope / count, intercept: (value - slope * place) / count)
    }
  }

  /// Money for so many hours in a month, and for one more.
  func price(of hours: Double, roadmap: Double, capacity: Double) -> (Double, Double) {
    var (left, sum, marginal) = (hours, 0.0, 0.0)
    for piece in pieces(roadmap: roadmap, capacity: capacity) where left > 0 {
      let taken = min(left, piece.hours)
      sum += taken * piece.price
      marginal = piece.price
      left -= taken
    }
    return (sum, marginal)
  }

  /// The cheapest first: roadmap work that overtime makes up in part, the rest of the roadmap, urgent
  /// work.
  private func pieces(roadmap: Double, capacity: Double) -> [(hours: Double, price: Double)] {
    let absorbed = rules.overtimeAbsorbed * rules.roadmapPressure
    let overtime = rules.overtimeMax / rules.contractHours * capacity
    let stretched = absorbed > 0 ? min(roadmap, overtime / absorbed) : 0
    return [
      (stretched, rules.slipPrice * (1 - absorbed)), (roadmap - stretched, rules.slipPrice),
      (.infinity, max(rules.slipPrice, rules.shortagePrice * (1 - rules.overtimeAbsorbed))),
    ]
  }
}
