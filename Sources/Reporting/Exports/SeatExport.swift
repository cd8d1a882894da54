import DelimitedText
import Organization
package import Planning
import Simulation

/// The seats of a plan, a row each, for spreadsheets and the tools of recruiters.
package struct SeatExport: Sendable {
  private let book: SeatBook

  package init(_ book: SeatBook) { self.book = book }

  private static let columns = [
    "requisition", "team", "level", "source", "partner", "state", "open", "expected_start", "end",
    "region", "competency", "cost_per_month", "currency", "limit", "breaks_from",
  ]

  /// Months are `2027-01`; the cost is loaded, of one month at full occupation [RFC 4180].
  package var csv: String {
    var writer = DelimitedWriter()
    writer.write(Self.columns)
    let organization = book.model.organization
    for (place, seat) in book.seats.enumerated() {
      func month(_ index: Int) -> String { (organization.start + index).description }
      let team = organization.teams[seat.team]
      writer.write([
        .text(book.ids[place]), .text(team.id), .text(organization.levels[seat.level].id),
        .text(seat.partner == nil ? "in-house" : "partner"),
        .text(seat.partner.map { organization.partners[$0].id } ?? ""),
        .text(seat.state.rawValue), .text(month(seat.openMonth)),
        .text(month(Int(book.startMonth(at: place).rounded(.down)))),
        .text(seat.endMonth.map { month($0 - 1) } ?? ""),
        .text(seat.partner == nil ? team.region.map { organization.regions[$0].id } ?? "" : ""),
        .text(seat.competency ?? ""), cost(of: seat), .text(organization.currency),
        .text(seat.reason?.limit ?? ""), .text(seat.reason?.firstMonth.description ?? ""),
      ])
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func cost(of seat: PlannedSeats.Seat) -> DelimitedWriter.Cell {
    let model = book.model
    let money =
      if let partner = seat.partner {
        model.partners[partner].costPerMonth[seat.level]
      } else {
        Optional(model.terms(of: seat.level, isHire: true, in: seat.team).costPerMonth)
      }
    return money.map { .number(($0 * 100).rounded() / 100) } ?? .empty
  }
}
