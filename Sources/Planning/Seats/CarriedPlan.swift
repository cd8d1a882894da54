package import Organization
package import Simulation

/// What the last plan hands on to the next: seats that are decided, and names for the others.
package struct CarriedPlan: Sendable {
  package let last: PlanFile
  package let match: StarterMatch
  /// The seats of the last plan that are still to be filled.
  package let open: [SeatRecord]
  private let organization: Organization

  /// - Parameters:
  ///   - last: the last plan, whose seats name teams, levels and partners of the organisation.
  ///   - organization: of today.
  package init(_ last: PlanFile, in organization: Organization) {
    self.last = last
    self.organization = organization
    match = StarterMatch(last, in: organization)
    let filled = Set(match.filled.map(\.seat.id))
    open = last.seats.filter { !$0.state.isOver && !filled.contains($0.id) }
  }

  /// Seats that somebody stands by, as every plan has to have them.
  package var committed: [Seat] { open.filter(\.state.isCommitted).compactMap(seat) }

  /// All seats still to be filled, as they stand today.
  var asTheyStand: [Seat] { open.compactMap(seat) }

  func seat(_ record: SeatRecord) -> Seat? {
    PlannedSeats.Seat(record, in: organization).map { Seat($0) }
  }

  // MARK: Names

  /// Seats of a new plan with what the last one said of them: id, state, who answers, notes.
  ///
  /// Decided seats are found again by what they are; proposed ones by team, level and source, in order
  /// of opening. What is new gets an id that no seat of either plan has, and takes the place of a seat
  /// of its kind that was cancelled.
  package func named(_ seats: [PlannedSeat]) -> [PlannedSeat] {
    var named = seats
    var isNamed = [Bool](repeating: false, count: seats.count)
    func take(_ record: SeatRecord, at place: Int) {
      isNamed[place] = true
      named[place].take(record, start: organization.start)
    }
    for record in open where record.state.isCommitted {
      guard let seat = seat(record) else { continue }
      if let place = seats.indices.first(where: { !isNamed[$0] && seats[$0].seat == seat }) {
        take(record, at: place)
      }
    }
    for record in open.sorted(by: { ($0.open, $0.id) < ($1.open, $1.id) })
    where !record.state.isCommitted {
      guard let seat = seat(record) else { continue }
      let alike = seats.indices.filter {
        !isNamed[$0] && seats[$0].seat.isAlike(seat) && seats[$0].seat.progress == .notBegun
      }
      let nearest = alike.min {
        abs(seats[$0].seat.openMonth - seat.openMonth)
          < abs(seats[$1].seat.openMonth - seat.openMonth)
      }
      if let nearest { take(record, at: nearest) }
    }
    nameNew(&named, where: { !isNamed[$0] })
    return named
  }

  private func nameNew(_ seats: inout [PlannedSeat], where isNew: (Int) -> Bool) {
    var taken = Set(last.seats.map(\.id))
    var vacant = last.seats.filter { record in
      record.state == .cancelled && !last.seats.contains { $0.replaces == record.id }
    }
    for place in seats.indices where isNew(place) {
      if taken.contains(seats[place].id) {
        seats[place].id = SeatID.next(after: seats[place].id, besides: taken)
      }
      taken.insert(seats[place].id)
      let cancelled = vacant.firstIndex { seat($0)?.isAlike(seats[place].seat) ?? false }
      if let cancelled { seats[place].replaces = vacant.remove(at: cancelled).id }
    }
  }
}

extension PlannedSeat {
  fileprivate mutating func take(_ record: SeatRecord, start: YearMonth) {
    id = record.id
    state = record.state
    replaces = record.replaces
    note = record.note
    if let owner = record.owner { self.owner = owner }
    if record.state.isOpened {
      opened = record.open
      latestOpenMonth = nil
    }
  }
}

extension Seat {
  /// Whether team, level and source are the same.
  func isAlike(_ other: Seat) -> Bool {
    (team, level, source) == (other.team, other.level, other.source)
  }
}
