import Organization
import Simulation

/// Betters a plan seat by seat: drops one, moves one or opens one where that costs less.
///
/// It proves nothing and takes milliseconds, which makes it a good place for a search to begin.
struct PlanDescent {
  private let world: StaffingProgramme.World
  private let settings: [TeamSetting]
  private let needs: [TeamNeeds]
  private let rows: [SharedMeans.Row]
  /// By team: seats that may be opened.
  private let candidates: [[Candidate]]

  /// A seat with what it takes of everything that is shared.
  struct Candidate: Sendable {
    let option: SeatOption
    let taken: [Double]
  }

  /// - Parameters:
  ///   - search: with the seats that may be opened; its locked seats are not looked at.
  ///   - settings: by team.
  ///   - needs: by team.
  ///   - good: seats that are worth a look, with those a month beside them and other ends.
  init(
    _ search: ProgrammeSearch, settings: [TeamSetting], needs: [TeamNeeds], good: Set<Seat>
  ) {
    world = search.world
    self.settings = settings
    self.needs = needs
    let rows = search.shared.rows(in: search.world.model)
    self.rows = rows
    let near = good.reduce(into: Set<Seat>()) { near, seat in
      for month in seat.openMonth - 1...seat.openMonth + 1 {
        var seat = seat
        (seat.openMonth, seat.endMonth) = (month, nil)
        near.insert(seat)
      }
    }
    candidates = search.options.map { options in
      options.filter(\.isSeat).filter { option in
        var seat = option.seat
        seat.endMonth = nil
        return near.contains(seat)
      }.map { option in Candidate(option: option, taken: rows.map { $0.taken(option) }) }
    }
  }

  /// The seats of a plan as candidates, with its transfers and promotions, which stay as they are.
  func seats(of plan: StaffingPlan) -> [[Candidate]] {
    settings.indices.map { team in
      plan.options(at: team, in: world.model).map { option in
        Candidate(option: option, taken: rows.map { $0.taken(option) })
      }
    }
  }

  /// Goes down from `seats` as long as one step makes money and the price on what is missed less.
  ///
  /// - Parameters:
  ///   - seats: by team.
  ///   - price: on missing the policy, relative to the one that plans are made with.
  /// - Returns: seats from which no single step goes further down.
  /// - Complexity: O(candidates × seats × months) for each step.
  func descend(from seats: [[Candidate]], price: Double) -> [[Candidate]] {
    var seats = seats
    var left = rows.map(\.limit)
    for seat in seats.joined() { take(seat, 1, from: &left) }
    for team in settings.indices {
      guard var best = cost(seats[team], team, price) else { continue }
      // Every step costs less than the one before, so that there is an end to it.
      while let step = step(from: seats[team], team, price, below: best, left) {
        for seat in seats[team] { take(seat, -1, from: &left) }
        for seat in step.seats { take(seat, 1, from: &left) }
        (seats[team], best) = (step.seats, step.cost)
      }
    }
    return seats
  }

  private func take(_ seat: Candidate, _ times: Double, from left: inout [Double]) {
    for row in left.indices { left[row] -= times * seat.taken[row] }
  }

  /// The best single change, if any costs less.
  private func step(
    from seats: [Candidate], _ team: Int, _ price: Double, below cost: Double, _ left: [Double]
  ) -> (seats: [Candidate], cost: Double)? {
    var best: (seats: [Candidate], cost: Double)?
    func look(dropping place: Int?, opening new: Candidate?) {
      guard fits(opening: new, dropping: place.map { seats[$0] }, left) else { return }
      var changed = seats
      if let place { changed.remove(at: place) }
      if let new { changed.append(new) }
      guard let found = self.cost(changed, team, price),
        found < (best?.cost ?? cost) - Self.leastGain
      else { return }
      best = (changed, found)
    }
    let places = seats.indices.filter { seats[$0].option.isSeat }
    for place in places { look(dropping: place, opening: nil) }
    for new in candidates[team] {
      look(dropping: nil, opening: new)
      for place in places { look(dropping: place, opening: new) }
    }
    return best
  }

  /// Money that a step has to save, so that rounding does not go on for ever.
  private static let leastGain = 1.0

  private func fits(
    opening new: Candidate?, dropping old: Candidate?, _ left: [Double]
  ) -> Bool {
    guard let new else { return true }
    return left.indices.allSatisfy { row in
      new.taken[row] <= max(0, left[row]) + (old?.taken[row] ?? 0) + 1e-9
    }
  }

  /// `nil` where the seats may not be.
  private func cost(_ seats: [Candidate], _ team: Int, _ price: Double) -> Double? {
    let check = ProgrammeCheck(world: world, setting: settings[team], needs: needs[team])
    let result = check.result(of: seats.map(\.option))
    return result.broken.isEmpty ? result.money + price * result.missed : nil
  }
}
