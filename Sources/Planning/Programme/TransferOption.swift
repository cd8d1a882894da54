import Organization
import Simulation

/// Somebody who may change teams, as programmes see it: what the old team loses and the new one gets.
struct TransferOption: Sendable {
  let transfer: Transfer
  let loss: SeatOption
  let gain: SeatOption

  /// The half that concerns a team, if any does.
  func half(at team: Int) -> SeatOption? {
    switch team {
    case transfer.from: loss
    case transfer.to: gain
    default: nil
    }
  }
}

/// The transfers that a programme may decide.
///
/// They are few, so that programmes hardly grow: from teams that could do with fewer hours, to teams
/// that are short of something; between teams whose people are hired in one region and that, if both
/// carry a pager, do so from one site; where both say what their people know, only if the old team holds
/// half of what the new one's services need; not of juniors, who stay with those who guide them; and at the
/// beginning of the first year's quarters, as what is to be in more than a year is planned again before.
struct TransferOptions: Sendable {
  let model: StaffingModel

  /// All transfers that are worth a look, where futures with backfills only tell what teams are short of.
  ///
  /// - Complexity: O(teams² × levels × months²).
  func all(
    asIs sample: FutureSample, _ world: StaffingProgramme.World, limits: [TransferLimit]
  ) -> [TransferOption] {
    all(
      model.teams.indices.map { team in
        TeamNeeds(
          of: team, in: sample, added: Added(months: model.months), limits: world.limits,
          rules: model.rules, margin: OptimiserSettings.margin)
      }, limits: limits)
  }

  /// The same, where `needs` is by team what it is short of with backfills only.
  func all(_ needs: [TeamNeeds], limits: [TransferLimit]) -> [TransferOption] {
    let openings = Quarters.all(of: model.months).compactMap(\.first).filter { $0 < 12 }
    let levels = model.levels.indices.filter { model.levels[$0].standing >= .mid }
    return model.teams.indices.flatMap { from -> [TransferOption] in
      model.teams.indices.flatMap { to -> [TransferOption] in
        guard isPossible(from: from, to: to) else { return [] }
        return levels.flatMap { level -> [TransferOption] in
          let most = limits.most(of: level, from: from)
          guard most > 0 else { return [] }
          let option = option(of: level, from: from, to: to, most: Double(most))
          return openings.filter {
            isSlack(needs[from], level: level, from: $0) && isShort(needs[to], from: $0)
          }.map(option)
        }
      }
    }
  }

  /// The halves of transfers that somebody has decided on, at one team.
  func halves(of transfers: [Transfer], at team: Int) -> [SeatOption] {
    transfers.compactMap { transfer in
      guard transfer.from == team || transfer.to == team else { return nil }
      return option(of: transfer).half(at: team)
    }
  }

  /// The option that a transfer is.
  func option(of transfer: Transfer) -> TransferOption {
    option(
      of: transfer.level, from: transfer.from, to: transfer.to, most: SeatOption.mostAlike)(
        transfer.month)
  }

  /// Transfers of one level between two teams by the month; their lives are worked out once.
  private func option(
    of level: Int, from: Int, to: Int, most: Double
  ) -> (Int) -> TransferOption {
    let alike = model.teams[from].members.filter { $0.level == level }
    let onRota =
      alike.isEmpty ? 1 : Double(alike.count(where: \.takesPager)) / Double(alike.count)
    let loss = SeatLife(
      present: level, at: from, isNew: false, onRota: onRota, in: model, months: model.months
    ).lost
    let gain = SeatLife(
      present: level, at: to, isNew: true, onRota: onRota, in: model, months: model.months
    ).costing(model.rules.hourPrice * Self.leastGain)
    return { month in
      let transfer = Transfer(level: level, from: from, to: to, month: month)
      func half(_ life: SeatLife, at team: Int) -> SeatOption {
        SeatOption(
          seat: Seat(team: team, level: level, source: .inHouse, openMonth: month), life: life,
          sure: life, transfer: transfer, isLoss: team == from, most: most)
      }
      return TransferOption(
        transfer: transfer, loss: half(loss, at: from), gain: half(gain, at: to))
    }
  }

  /// Hours of work that a transfer has to be worth, so that nobody changes teams for nothing.
  private static let leastGain = 8.0

  // MARK: Which are worth a look

  /// Whether people can go from one team to another.
  func isPossible(from: Int, to: Int) -> Bool {
    let (old, new) = (model.organization.teams[from], model.organization.teams[to])
    guard from != to, old.region == new.region else { return false }
    if let here = old.rota, let there = new.rota {
      let zones = Set(here.sites.map(\.zone))
      guard there.sites.contains(where: { zones.contains($0.zone) }) else { return false }
    }
    return knowsHalf(from, of: to)
  }

  /// Whether a team holds half of what another one's services need, if both say what they know.
  private func knowsHalf(_ from: Int, of to: Int) -> Bool {
    let organization = model.organization
    guard let held = organization.teams[from].competencies,
      organization.teams[to].competencies != nil
    else { return true }
    let needed = organization.competencyNeeds()[to].map(\.competency)
    return 2 * needed.count { held[$0] ?? 0 > 0 } >= needed.count
  }

  /// Whether a team would keep its coverage from a month on, on average, with half a person less.
  private func isSlack(_ needs: TeamNeeds, level: Int, from month: Int) -> Bool {
    let short = needs.short[TeamNeeds.Demand.coverage.rawValue][month...]
    let quarter = short.reduce(0, +) / Double(max(1, short.count))
    let person = model.levels[level].productivity * model.rules.hoursPerMonth
    return quarter <= -3 * person / 2
  }

  /// Whether a team is short of anything in a month from then on.
  private func isShort(_ needs: TeamNeeds, from month: Int) -> Bool {
    needs.short.contains { $0[month...].contains { $0 > 0 } }
  }
}
