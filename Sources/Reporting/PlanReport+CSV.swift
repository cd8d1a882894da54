import DelimitedText
import Organization
import Planning
import Simulation

extension PlanReport {
  /// One row per seat to open, in the order of opening, then one per transfer, whose source is
  /// `transfer` and which alone says `from` which team somebody comes, and per `promotion`, whose level
  /// is the old one [RFC 4180]; costs are not rounded.
  package var csv: String {
    var writer = DelimitedWriter()
    writer.write([
      "id", "team", "level", "source", "partner", "open", "start", "ready", "end", "cost",
      "currency", "reason", "competency", "from", "state", "replaces", "latest", "owner", "note",
    ])
    for planned in recommendation.seats {
      let seat = planned.seat
      writer.write([
        .text(planned.id), .text(organization.teams[seat.team].id),
        .text(organization.levels[seat.level].id),
        .text(seat.source.isPartner ? "partner" : "in-house"),
        partnerID(seat.source).map(DelimitedWriter.Cell.text) ?? .empty,
        .text(planned.opened?.description ?? month(seat.openMonth)),
        .text(month(Int(planned.startMonth))),
        .text(month(Int(planned.readyMonth))),
        seat.endMonth.map { .text(month($0 - 1)) } ?? .empty,
        .number(planned.cost), .text(organization.currency),
        planned.reason.map { .text(sentence($0)) } ?? .empty,
        competency(planned).map(DelimitedWriter.Cell.text) ?? .empty, .empty,
        .text(planned.state.rawValue), planned.replaces.map(DelimitedWriter.Cell.text) ?? .empty,
        planned.latestOpenMonth.map { .text(month($0)) } ?? .empty, .text(planned.owner),
        planned.note.map(DelimitedWriter.Cell.text) ?? .empty,
      ])
    }
    for planned in recommendation.transfers {
      let transfer = planned.transfer
      writer.write([
        .text(planned.id), .text(organization.teams[transfer.to].id),
        .text(organization.levels[transfer.level].id), .text("transfer"), .empty,
        .text(month(transfer.month)), .text(month(transfer.month)),
        .text(month(Int(planned.readyMonth))), .empty, .number(0), .text(organization.currency),
        planned.reason.map { .text(sentence($0)) } ?? .empty, .empty,
        .text(organization.teams[transfer.from].id), .empty, .empty, .empty, .empty, .empty,
      ])
    }
    for planned in recommendation.rises {
      let rise = planned.rise
      writer.write([
        .text(planned.id), .text(organization.teams[rise.team].id),
        .text(organization.levels[rise.level].id), .text("promotion"), .empty,
        .text(month(rise.month)), .text(month(rise.month)), .text(month(rise.month)), .empty,
        .empty, .text(organization.currency),
        planned.reason.map { .text(sentence($0)) } ?? .empty, .empty, .empty,
        .empty, .empty, .empty, .empty, .empty,
      ])
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
