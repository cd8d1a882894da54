import DelimitedText
import Organization
import Planning
import Simulation

extension FuturesReport {
  /// One row per team, month and figure [RFC 4180]; numbers are not rounded.
  ///
  /// Rows named after a limit hold how likely it is broken.
  package var csv: String {
    var writer = DelimitedWriter()
    writer.write(["team", "month", "figure", "mean", "standard_error", "p10", "p50", "p90"])
    for team in organization.teams.indices {
      let name = DelimitedWriter.Cell.text(organization.teams[team].id)
      for month in 0..<organization.months {
        let time = DelimitedWriter.Cell.text(self.month(month))
        for figure in TeamFigure.allCases {
          let found = estimate[figure, team: team, month: month]
          func number(_ value: Double?) -> DelimitedWriter.Cell {
            value.map { .number($0) } ?? .empty
          }
          writer.write([
            name, time, .text(figure.name), .number(found.mean.mean),
            number(found.mean.standardError), number(found.spread.quantile(0.1)),
            number(found.spread.quantile(0.5)), number(found.spread.quantile(0.9)),
          ])
        }
        for limit in Limit.allCases {
          let chance = estimate.broken(limit, team: team, month: month).value ?? 0
          let error = (chance * (1 - chance) / Double(max(1, estimate.count))).squareRoot()
          writer.write([
            name, time, .text("broken:\(limit.rawValue)"), .number(chance), .number(error), .empty,
            .empty, .empty,
          ])
        }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
