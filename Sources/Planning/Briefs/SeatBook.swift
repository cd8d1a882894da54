package import Organization
package import Simulation

/// The seats of a plan that was written earlier, by the ids that it gives them.
package struct SeatBook: Sendable {
  package let strategy: String
  /// In the order of the document.
  package let seats: [PlannedSeats.Seat]
  /// By place in ``seats``, no two alike.
  package let ids: [String]
  package let model: StaffingModel

  /// Seats that the document does not name get the ids that a plan made today would give them.
  package init(_ planned: PlannedSeats, in organization: Organization) {
    strategy = planned.strategy
    seats = planned.seats
    model = StaffingModel(organization)
    let named = Set(planned.seats.compactMap(\.id))
    let made = SeatID.all(of: planned.seats.map { Seat($0) }, in: organization)
    var taken = named
    ids = zip(planned.seats, made).map { seat, made in
      if let id = seat.id { return id }
      var id = made
      while !taken.insert(id).inserted { id += "-x" }
      return id
    }
  }

  /// The brief of the seat at a place.
  package func brief(at place: Int) -> SeatBrief {
    SeatBrief(seats[place], id: ids[place], in: model)
  }

  /// Expected first day of the seat at a place, in months of the plan.
  package func startMonth(at place: Int) -> Double {
    PlanCost.startMonth(of: Seat(seats[place]), in: model)
  }
}
