package import Organization
package import Planning
import Simulation

/// The seats of a plan with their ids, of which each has a brief.
package struct SeatListReport: Sendable {
  private let book: SeatBook
  private let header: RunHeader

  package init(_ book: SeatBook, header: RunHeader) {
    self.book = book
    self.header = header
  }

  private var organization: Organization { book.model.organization }

  package var page: Page {
    let title = "Seats of the plan '\(book.strategy)' for \(organization.name)"
    guard !book.seats.isEmpty else {
      return Page(title, [.paragraph("None: the plan adds nobody beside backfills.")])
    }
    return Page(
      title,
      [
        .reading(
          [
            .init("seat"), .init("open by"), .init("starts"),
            .init("source", mayShrink: true, dropRank: 2),
            .init("for", mayShrink: true, dropRank: 1, isDroppedEmpty: true),
          ],
          rows: book.seats.indices.map { place in
            let seat = book.seats[place]
            return [
              book.ids[place], month(seat.openMonth), start(place),
              seat.partner.map { organization.partners[$0].id } ?? "hire", seat.competency ?? "",
            ]
          }),
        .note("Name a seat for its brief."),
      ])
  }

  /// The document for programs.
  package var json: JSONValue {
    header.document(
      "cadre.seats/1.0",
      [
        "strategy": .string(book.strategy),
        "seats": .array(
          book.seats.indices.map { place in
            let seat = book.seats[place]
            return [
              "id": .string(book.ids[place]), "team": .string(organization.teams[seat.team].id),
              "level": .string(organization.levels[seat.level].id),
              "source": .string(seat.partner == nil ? "in-house" : "partner"),
              "partner": .optional(seat.partner.map { organization.partners[$0].id }),
              "open": .string(month(seat.openMonth)), "start": .string(start(place)),
              "end": .optional(seat.endMonth.map { month($0 - 1) }),
              "competency": .optional(seat.competency),
            ]
          }),
      ])
  }

  private func month(_ index: Int) -> String { (organization.start + index).description }
  private func start(_ place: Int) -> String {
    month(Int(book.startMonth(at: place).rounded(.down)))
  }
}
