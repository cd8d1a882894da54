package import Organization
package import Simulation

/// Names of seats that people can read and quote, such as `checkout-senior-2027-03-1`.
package enum SeatID {
  /// An id for each seat, in the order given, no two alike.
  ///
  /// It says team, level, partner and the month in which the seat opens, and has a number among those
  /// that are alike. It depends on which seats a plan has, not on their order.
  /// - Complexity: O(*n* log *n*) in the number of seats.
  package static func all(of seats: [Seat], in organization: Organization) -> [String] {
    let stems = seats.map { stem(of: $0, in: organization) }
    // Of seats with one stem those that end sooner come first; those that end together are the same.
    let order = seats.indices.sorted { key(of: seats[$0], at: $0) < key(of: seats[$1], at: $1) }
    var numbers = [String: Int]()
    var ids = stems
    for index in order {
      numbers[stems[index], default: 0] += 1
      ids[index] = "\(stems[index])-\(numbers[stems[index]] ?? 1)"
    }
    return ids
  }

  /// The first id with the same stem and a higher number that is not taken.
  package static func next(after id: String, besides taken: Set<String>) -> String {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    guard let last = parts.last, let number = Int(last) else {
      return next(after: id + "-1", besides: taken)
    }
    let stem = parts.dropLast().joined(separator: "-")
    var next = max(0, number)
    repeat { next &+= 1 } while taken.contains("\(stem)-\(next)")
    return "\(stem)-\(next)"
  }

  /// The seat that an id names; a partner's to the end of the plan.
  ///
  /// - Returns: `nil` where no team, level and partner of the organisation make such an id, or the
  ///   month is not in the plan.
  package static func seat(_ id: String, in organization: Organization) -> Seat? {
    for team in organization.teams.indices {
      for level in organization.levels.indices {
        let sources = [.inHouse] + organization.partners.indices.map(SeatSource.partner)
        for source in sources {
          for month in 0..<organization.months {
            let seat = Seat(team: team, level: level, source: source, openMonth: month)
            let number = id.dropFirst(stem(of: seat, in: organization).count)
            guard id.hasPrefix(stem(of: seat, in: organization)), number.first == "-",
              let count = Int(number.dropFirst()), count > 0
            else { continue }
            return seat
          }
        }
      }
    }
    return nil
  }

  private static func stem(of seat: Seat, in organization: Organization) -> String {
    var parts = [organization.teams[seat.team].id, organization.levels[seat.level].id]
    switch seat.source {
    case .inHouse: break
    case .partner(let partner): parts.append(organization.partners[partner].id)
    }
    parts.append((organization.start + seat.openMonth).description)
    return parts.joined(separator: "-")
  }

  /// Ids may hold hyphens, so that different seats can have one stem.
  private static func key(of seat: Seat, at place: Int) -> (Int, Int, Int, Int, Int) {
    let partner: Int
    switch seat.source {
    case .inHouse: partner = -1
    case .partner(let index): partner = index
    }
    return (seat.endMonth ?? .max, seat.team, seat.level, partner, place)
  }
}
