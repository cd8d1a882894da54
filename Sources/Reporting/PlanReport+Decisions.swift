import Organization
import Planning
import Simulation

extension PlanReport {
  /// Months of the plan that are decided on now.
  private static let decidedMonths = 3

  /// What to decide this quarter, by team.
  var decisions: [Page.Block] {
    let last = month(min(Self.decidedMonths, organization.months) - 1)
    // What is open already has been decided on.
    let now = recommendation.seats.filter {
      $0.seat.openMonth < Self.decidedMonths && $0.seat.progress == .notBegun
    }
    let steps = transfersNow + promotionsNow
    let nothing = Page.Block.paragraph("Nothing but backfills: no seat opens before then.")
    let seats = now.isEmpty ? [] : [.paragraph(summary(now)), Page.Block.fields(byTeam(now))]
    return [.heading("To decide by \(last)")] + (now.isEmpty && steps.isEmpty ? [nothing] : seats)
      + (steps.isEmpty ? [] : [.list(steps)])
  }

  private func summary(_ seats: [PlannedSeat]) -> String {
    let hires = seats.count { !$0.seat.source.isPartner }
    let parts = [
      hires > 0 ? "open " + NumberText.count(hires, "requisition", "requisitions") : nil,
      seats.count > hires
        ? "sign for " + NumberText.count(seats.count - hires, "partner seat", "partner seats")
        : nil,
    ].compactMap(\.self)
    let words = parts.joined(separator: " and ")
    let cost = seats.reduce(0) { $0 + $1.cost }
    return words.prefix(1).uppercased() + words.dropFirst()
      + ", for \(money(cost)) over the plan; what breaks without each stands below."
  }

  private func byTeam(_ seats: [PlannedSeat]) -> [(name: String, value: String)] {
    organization.teams.indices.compactMap { team in
      let own = seats.filter { $0.seat.team == team }
      guard !own.isEmpty else { return nil }
      let months = Set(own.map(\.seat.openMonth)).sorted().map { month in
        "\(self.month(month)): \(words(own.filter { $0.seat.openMonth == month }))"
      }
      return (organization.teams[team].id, months.joined(separator: "; "))
    }
  }

  /// Such as `2 senior (northwind), 1 mid (hire)`.
  private func words(_ seats: [PlannedSeat]) -> String {
    var kinds = [(name: String, count: Int)]()
    for planned in seats {
      let name =
        "\(organization.levels[planned.seat.level].id) (\(source(planned.seat.source)))"
      if let place = kinds.firstIndex(where: { $0.name == name }) {
        kinds[place].count += 1
      } else {
        kinds.append((name, 1))
      }
    }
    return kinds.map { "\($0.count) \($0.name)" }.joined(separator: ", ")
  }

  private var transfersNow: [String] {
    transferGroups.filter { $0.first.transfer.month < Self.decidedMonths }.map { first, count in
      let transfer = first.transfer
      let (from, to) = (organization.teams[transfer.from].id, organization.teams[transfer.to].id)
      let level = organization.levels[transfer.level].id
      return
        "\(month(transfer.month)): move \(NumberText.count(count, "person", "people")) of \(level) "
        + "from \(from) to \(to)"
    }
  }

  private var promotionsNow: [String] {
    promotionGroups.filter { $0.first.rise.month < Self.decidedMonths }.map { first, count in
      let rise = first.rise
      let (team, level) = (organization.teams[rise.team].id, organization.levels[rise.level].id)
      return
        "\(month(rise.month)): promote \(NumberText.count(count, "person", "people")) of \(level) at "
        + team
    }
  }
}
