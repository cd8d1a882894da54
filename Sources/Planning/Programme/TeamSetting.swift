import Organization
import Simulation

/// What one more seat does to a team, month by month, beside what it does itself.
struct TeamSetting: Sendable {
  let team: Int
  private let rules: Rules
  /// What an hour of those who guide would have put out.
  private let mentorWorth: Double
  /// By month: share of its hours that nobody spends on talking.
  private let talk: [Double]
  /// By month: hours that the others lose to talking with one more.
  private let crowding: [Double]
  /// By month: people's worth of guidance that seniors still have to give.
  let spareGuidance: [Double]
  /// By month: hours that partners may work at most.
  let openToPartners: [Double]
  /// By month: employees, and those of them who could own a service.
  let employees: [Double]
  let owners: [Double]
  /// By month: partner seats of today.
  let engaged: Double
  /// By month: share of burned-out people that one more person takes away.
  let relief: [Double]

  /// Reads off `sample`, futures with backfills only, what one more seat meets.
  init(_ team: Int, in model: StaffingModel, sample: FutureSample, relief: [Double]) {
    self.team = team
    self.relief = relief
    rules = model.rules
    let rules = model.rules
    func mean(_ mean: FutureSample.Mean) -> [Double] {
      (0..<model.months).map { sample.mean(mean, team: team, month: $0) }
    }
    let (people, capacity) = (mean(.people), mean(.capacity))
    let coordination = model.teams[team].coordination
    talk = people.map {
      max(0, 1 - rules.communicationPerPair * $0 * max(0, $0 - 1) / 2) * coordination
    }
    crowding = zip(people, capacity).map { rules.communicationPerPair * $0 * $1 }
    let (seniors, juniors, newcomers) = (mean(.seniors), mean(.juniors), mean(.newcomers))
    spareGuidance = seniors.indices.map {
      rules.guidanceCapacity * seniors[$0] - rules.guidancePerJunior * juniors[$0]
        - rules.mentoringEarly * newcomers[$0]
    }
    let mentors = model.teams[team].members.filter { model.levels[$0.level].standing >= .senior }
    let worth = mentors.reduce(0) { $0 + model.levels[$1.level].productivity }
    mentorWorth = mentors.isEmpty ? 1 : worth / Double(mentors.count)
    let (asked, incidents) = (mean(.asked), mean(.incidents))
    openToPartners = (0..<model.months).map { month in
      model.partners.indices.reduce(0) { most, partner in
        let incidents = model.partners[partner].takesPager ? 0 : incidents[month]
        let open = model.teams[team].openToPartner(partner, in: month)
        return max(most, open * (asked[month] - incidents))
      }
    }
    let seats = mean(.partnerSeats)
    employees = zip(people, seats).map { $0 - $1 }
    owners = mean(.midsAndAbove)
    engaged = model.organization.partners.flatMap(\.engaged).reduce(0) {
      $0 + ($1.team == team ? Double($1.count) : 0)
    }
  }

  /// Hours that a seat adds to what its team can do, after all that it takes from others.
  func hours(_ month: SeatLife.Month, in index: Int) -> Double {
    month.hours * talk[index] - month.taken * mentorWorth - month.present * crowding[index]
  }

  /// The same of the hours that only seniors can work.
  func seniorHours(_ option: SeatOption, _ month: SeatLife.Month, in index: Int) -> Double {
    (option.isSenior ? month.hours * talk[index] : 0) - month.taken * mentorWorth
  }

  /// What a seat can be relied on to do for a demand in one month.
  func sure(_ option: SeatOption, for demand: TeamNeeds.Demand, in index: Int) -> Double {
    let month = option.sure(in: index)
    switch demand {
    case .coverage: return hours(month, in: index)
    case .seniorCoverage: return seniorHours(option, month, in: index)
    case .onCallShare: return month.callReady
    case .minimumSeniors: return option.isSenior && option.partner == nil ? month.present : 0
    case .burnout: return month.present * relief[index]
    }
  }

  /// Hours that are lost for each person's worth of guidance that nobody can give.
  var lostWithoutGuidance: Double {
    // Newcomers are on average half-way up their ramp.
    (1 - rules.guidanceFloor) * rules.hoursPerMonth * (1 + rules.startOutput) / 2
      / max(0.05, rules.mentoringLate)
  }
}
