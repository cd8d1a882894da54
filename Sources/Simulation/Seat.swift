/// Where the person in a seat comes from.
package enum SeatSource: Hashable, Sendable {
  case inHouse
  /// Index into ``Organization/partners``.
  case partner(Int)

  package var isPartner: Bool {
    switch self {
    case .inHouse: false
    case .partner: true
    }
  }
}

/// One position that a plan adds beside the backfills.
package struct Seat: Hashable, Sendable {
  /// Index into ``Organization/teams``.
  package var team: Int
  /// Index into ``Organization/levels``.
  package var level: Int
  package var source: SeatSource
  /// Month of the plan, from 0, in which the requisition opens or the contract is signed.
  package var openMonth: Int
  /// For partner seats the first month no longer worked; `nil` runs to the end of the plan.
  package var endMonth: Int?
  /// How far it has come when the plan begins; only seats of the first month have come anywhere.
  package var progress: SeatProgress

  package init(
    team: Int, level: Int, source: SeatSource, openMonth: Int, endMonth: Int? = nil,
    progress: SeatProgress = .notBegun
  ) {
    self.team = team
    self.level = level
    self.source = source
    self.openMonth = openMonth
    self.endMonth = endMonth
    self.progress = progress
  }
}

/// What an organisation decides: seats to add, people who change teams and people who rise.
///
/// Backfills open by themselves.
package struct StaffingPlan: Hashable, Sendable {
  package var seats: [Seat]
  package var transfers: [Transfer]
  package var rises: [Rise]

  package init(seats: [Seat] = [], transfers: [Transfer] = [], rises: [Rise] = []) {
    self.seats = seats
    self.transfers = transfers
    self.rises = rises
  }

  /// Whether it is nothing but backfills.
  package var isEmpty: Bool { seats.isEmpty && transfers.isEmpty && rises.isEmpty }

  /// Nothing but backfills.
  package static let asIs = StaffingPlan()
}
