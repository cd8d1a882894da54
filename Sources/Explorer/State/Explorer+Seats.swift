import Organization
import Planning
import Simulation

extension Explorer {
  /// The seats that are played: by hand, or none but backfills.
  var seats: [Seat] { variant.seats ?? [] }

  /// The seats of the recommended plan.
  var recommendedSeats: [Seat]? {
    refinement.recommendation.map { Self.ordered($0.recommended.plan.seats) }
  }

  /// Seats in the order in which they open.
  static func ordered(_ seats: [Seat]) -> [Seat] {
    func key(_ seat: Seat) -> (Int, Int, Int, Int, Int) {
      let partner =
        switch seat.source {
        case .inHouse: -1
        case .partner(let index): index
        }
      return (seat.openMonth, seat.team, seat.level, partner, seat.endMonth ?? .max)
    }
    return seats.sorted { key($0) < key($1) }
  }

  mutating func takeRecommendedSeats() {
    guard let seats = recommendedSeats else { return }
    let (known, old) = (refinement, variant)
    change { $0.seats = seats }
    guard variant != old else { return }
    keepPlan(of: known)
    say("the recommended seats are played; b plays backfills only")
  }

  /// The recommendation stays what it was: seats are not part of what is searched.
  private mutating func keepPlan(of known: Refinement) {
    guard known.recommendation != nil else { return }
    refinements[variant, default: Refinement()].recommendation = known.recommendation
    refinements[variant, default: Refinement()].isQuick = known.isQuick
    refinements[variant, default: Refinement()].words = known.words
    refinements[variant, default: Refinement()].kept = known.kept
  }

  var seatObstacle: String? {
    seats.isEmpty ? "there is no seat; a adds one, p takes those that are recommended" : nil
  }

  /// Changes the seats, and finds the one that the cursor was on again.
  private mutating func editSeats(about topic: String?, _ body: (inout [Seat], Int) -> Seat?) {
    var edited = seats
    let place = cursorRow
    let known = refinement
    let fixed = locked.compactMap { edited.indices.contains($0) ? edited[$0] : nil }
    let followed = body(&edited, place)
    edited = Self.ordered(edited)
    change(about: topic) { $0.seats = edited }
    keepPlan(of: known)
    if let followed, let row = edited.firstIndex(of: followed) { cursor[.plan] = row }
    // Fixed seats are found again by what they are.
    locked = []
    for seat in fixed {
      let free = edited.indices.first { edited[$0] == seat && !locked.contains($0) }
      if let free { locked.insert(free) }
    }
  }

  mutating func addSeat() {
    let start = seats.indices.contains(cursorRow) ? seats[cursorRow] : firstSeat
    editSeats(about: nil) { seats, _ in
      seats.append(start)
      return start
    }
  }

  /// What the first seat that is added is: for the team that breaks the policy first.
  private var firstSeat: Seat {
    let team =
      answer.teams.indices.min {
        (answer.teams[$0].broken?.month ?? .max) < (answer.teams[$1].broken?.month ?? .max)
      } ?? 0
    let level = organization.levels.firstIndex { $0.standing == .mid } ?? 0
    return Seat(team: team, level: level, source: .inHouse, openMonth: 0)
  }

  mutating func removeSeat() {
    editSeats(about: nil) { seats, place in
      if seats.indices.contains(place) { seats.remove(at: place) }
      return nil
    }
  }

  mutating func moveSeat(by months: Int) {
    let last = organization.months - 1
    editSeats(about: "move seat") { seats, place in
      guard seats.indices.contains(place) else { return nil }
      let month = min(last, max(0, seats[place].openMonth + months))
      let moved = month - seats[place].openMonth
      seats[place].openMonth = month
      if let end = seats[place].endMonth { seats[place].endMonth = max(month + 1, end + moved) }
      return seats[place]
    }
  }

  mutating func changeSeatTeam() {
    let count = organization.teams.count
    editSeats(about: "seat team") { seats, place in
      guard seats.indices.contains(place), count > 0 else { return nil }
      seats[place].team = (seats[place].team + 1) % count
      return seats[place]
    }
  }

  /// Levels in house, then those that each partner offers.
  mutating func changeSeatLevel() {
    let offers =
      organization.levels.indices.map { (level: $0, source: SeatSource.inHouse) }
      + organization.partners.indices.flatMap { partner in
        organization.partners[partner].ratePerHour.indices.compactMap { level in
          organization.partners[partner].ratePerHour[level] == nil
            ? nil : (level: level, source: SeatSource.partner(partner))
        }
      }
    editSeats(about: "seat level") { seats, place in
      guard seats.indices.contains(place) else { return nil }
      let now = offers.firstIndex {
        $0.level == seats[place].level && $0.source == seats[place].source
      }
      let next = offers[((now ?? -1) + 1) % max(1, offers.count)]
      seats[place].level = next.level
      seats[place].source = next.source
      if !next.source.isPartner { seats[place].endMonth = nil }
      return seats[place]
    }
  }

  var lockObstacle: String? {
    if let seatObstacle { return seatObstacle }
    let seat = seats[cursorRow]
    return seat.endMonth == nil
      ? nil : "a seat that ends before the plan cannot be fixed: 'plan --lock' knows no end"
  }

  mutating func toggleLock() {
    let row = cursorRow
    if locked.remove(row) == nil { locked.insert(row) }
    say(
      locked.contains(row) ? "the seat is fixed; o optimises around it" : "the seat is free again")
  }

  // MARK: Optimising

  var optimisingObstacle: String? {
    guard refinement.recommendation != nil, !refinement.isQuick, locked.isEmpty else { return nil }
    return "it is optimised already; change something first"
  }

  mutating func optimise() -> [Effect] {
    let seats = seats
    let fixed = locked.sorted().compactMap { seats.indices.contains($0) ? seats[$0] : nil }
    fixedSeats = fixed
    subject = variant
    isWorking = true
    generation += 1
    progress = "optimising"
    return [.optimise(work, locked: fixed)]
  }
}
