import Organization

/// How far a seat has come when a plan begins that finds it open already.
package enum SeatProgress: Hashable, Sendable {
  /// Nobody is looked for yet.
  case notBegun
  /// Somebody has been looked for, or a partner has prepared itself, for so many months.
  case underWay(months: Double)
  /// Somebody has an offer, and may decline it.
  case offered
  /// Somebody has accepted, and begins in this month of the plan.
  case accepted(start: Int)
}

extension Seat {
  /// The month in which somebody begins who has accepted, not before the seat opens; `nil` for all
  /// others.
  package var arrival: Int? {
    if case .accepted(let start) = progress { max(start, openMonth) } else { nil }
  }
}

extension StaffingModel {
  /// Months from the opening of a hire's seat to the answer of the first candidate, at their mean.
  ///
  /// Of a search that has gone on for a while it is what such searches take on average beyond that,
  /// but never more than one that begins.
  package func monthsToOffer(of seat: Seat) -> Double {
    let lead = terms(of: seat.level, isHire: true, in: seat.team).leadMonths
    switch seat.progress {
    case .notBegun: return lead
    case .underWay(let months): return searchLength(mean: lead).meanBeyond(months)
    case .offered: return min(lead, LevelModel.monthsOfNotice)
    case .accepted(let start): return Double(max(start, seat.openMonth) - seat.openMonth)
    }
  }

  /// Months from signing with a partner to the first day, or what is left of them.
  package func monthsToBegin(with partner: Int, of seat: Seat) -> Double {
    let lead = partners[partner].leadMonths
    switch seat.progress {
    case .notBegun, .offered: return lead
    case .underWay(let months): return max(0, lead - months)
    case .accepted(let start): return Double(max(start, seat.openMonth) - seat.openMonth)
    }
  }

  /// How long searches of a mean length take.
  func searchLength(mean: Double) -> Lognormal {
    Lognormal(mean: mean, coefficientOfVariation: rules.leadTimeSpread)
  }
}
