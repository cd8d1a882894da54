import CadreTestSupport
import LinearProgramming
import Organization
import Simulation

@testable import Planning

/// All that programmes of an organisation are made of.
struct ProgrammeCase {
  let world: StaffingProgramme.World
  let settings: [TeamSetting]
  let needs: [TeamNeeds]
  let sample: FutureSample
  /// By team.
  let options: [[SeatOption]]

  init(
    _ organization: Organization, _ traffic: TrafficOutlook, strategy: Strategy = .hybrid,
    futures: Int = 40, chances: Chances = .all
  ) {
    let plan = FuturePlan(organization, traffic: traffic, seed: 1, chances: chances)
    let (judge, model) = (FutureJudge(plan), StaffingModel(organization))
    world = StaffingProgramme.World(
      model: model, limits: judge.limits, firstMonth: judge.firstMonth)
    let sample = FutureSample(judge, futures: 0..<futures, perform: onePieceAfterAnother)
    let relief = TeamSetting.relief(in: model, on: traffic.mean)
    settings = model.teams.indices.map {
      TeamSetting($0, in: model, sample: sample, relief: relief[$0])
    }
    needs = model.teams.indices.map {
      TeamNeeds(
        of: $0, in: sample, added: Added(months: model.months), limits: judge.limits,
        rules: model.rules, margin: OptimiserSettings.margin)
    }
    self.sample = sample
    let offered = SeatOptions(model: model, strategy: strategy)
    options = model.teams.indices.map(offered.all)
  }

  /// Transfers that a search would look at.
  var transfers: [TransferOption] {
    TransferOptions(model: model).all(needs, limits: transferLimits)
  }
  var transferLimits: [TransferLimit] { TransferLimit.all(of: model, settings: settings) }

  /// The programme of all teams with transfers.
  func programme(_ options: [[SeatOption]], _ transfers: [TransferOption]) -> StaffingProgramme {
    var programme = programme(
      options: options.enumerated().map { team, own in
        own + transfers.compactMap { $0.half(at: team) }
      })
    programme.limit(transferLimits)
    return programme
  }

  /// What a plan comes to by the rules alone, teams one after the other; `nil` where it may not be.
  func objective(of plan: StaffingPlan) -> Double? {
    guard transferLimits.allSatisfy({ $0.count(plan.transfers) <= $0.most }) else { return nil }
    var sum = 0.0
    for team in settings.indices {
      let result = check(plan.options(at: team, in: model), team: team)
      guard result.broken.isEmpty else { return nil }
      sum += result.money + result.missed
    }
    return sum
  }

  var model: StaffingModel { world.model }
  var shared: SharedMeans { SharedMeans(model, sample: sample) }

  /// The programme of one team, or of all.
  func programme(of teams: [Int]? = nil, options: [[SeatOption]]? = nil) -> StaffingProgramme {
    var programme = StaffingProgramme(world)
    for team in teams ?? Array(settings.indices) {
      programme.add(
        settings[team], needs: needs[team], options: (options ?? self.options)[team]
      ) { $0.cost(in: model) }
    }
    return programme
  }

  /// What the seats of a team come to by the rules alone.
  func check(_ seats: [SeatOption], team: Int) -> ProgrammeCheck.Result {
    ProgrammeCheck(world: world, setting: settings[team], needs: needs[team]).result(of: seats)
  }
}

extension StaffingProgramme {
  /// The linear programme with these seats and no others.
  func fixed(to seats: [SeatOption]) -> LinearProgram {
    var copy = linear
    for block in blocks {
      for (option, count) in zip(block.options, block.counts) {
        let times = Double(seats.count { $0.seat == option.seat })
        copy.bound(count, to: (times, times))
      }
    }
    return copy
  }

  /// The linear programme with at most so many of each seat.
  func limited(to most: Int) -> LinearProgram {
    var copy = linear
    for count in blocks.flatMap(\.counts) { copy.bound(count, to: (0, Double(most))) }
    return copy
  }
}
