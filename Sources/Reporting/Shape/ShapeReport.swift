import DelimitedText
package import Organization
package import Planning
import Simulation

/// What other cuts into teams would do, tried in the same futures as the teams there are.
package struct ShapeReport: Sendable {
  let outcome: ShapeOutcome
  private let header: RunHeader

  package init(_ outcome: ShapeOutcome, header: RunHeader) {
    self.outcome = outcome
    self.header = header
  }

  var organization: Organization { outcome.organization }

  // MARK: CSV

  /// One row per change and figure [RFC 4180]; numbers are not rounded.
  package var csv: String {
    var writer = DelimitedWriter()
    writer.write(["change", "verdict", "figure", "today", "difference", "standard_error"])
    for tried in outcome.tried {
      for figure in ShapeFigure.allCases {
        writer.write([
          .text(tried.proposal.change.words(in: organization)), .text(tried.verdict.name),
          .text(figure.name), .number(outcome[figure].mean), .number(tried[figure].mean),
          tried[figure].standardError.map { .number($0) } ?? .empty,
        ])
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  // MARK: JSON

  package var json: JSONValue {
    header.document(
      "cadre.shape/1.0",
      [
        "model": [
          "name": .string(organization.name), "scenario": .string(organization.scenario),
          "start": .string(organization.start.description),
          "months": .integer(organization.months), "currency": .string(organization.currency),
        ],
        "futures": .integer(outcome.futures),
        "today": .object(
          Dictionary(
            uniqueKeysWithValues: ShapeFigure.allCases.map {
              ($0.name, FuturesDocument.json(outcome[$0]))
            })),
        "tried": .array(outcome.tried.map(json)),
        "notTried": .array(outcome.notes.map(JSONValue.string)),
      ])
  }

  private func json(_ tried: TriedShape) -> JSONValue {
    let proposal = tried.proposal
    return [
      "change": .string(proposal.change.words(in: organization)),
      "verdict": .string(tried.verdict.name),
      "reasons": .array(
        proposal.reasons.map {
          ["fact": .string($0.words), "source": .string($0.citation)]
        }),
      "teams": .array(
        proposal.teams.map { team in
          let built = proposal.organization.teams[team]
          return [
            "id": .string(built.id), "kind": .string(built.kind.rawValue),
            "people": .object(people(of: built).mapValues(JSONValue.integer)),
            "services": .array(
              services(of: team, in: proposal.organization).map(JSONValue.string)),
          ]
        }),
      "given": .object(
        Dictionary(
          uniqueKeysWithValues: proposal.given.map {
            (organization.teams[$0.key].id, .integer($0.value))
          })),
      "newSeats": .integer(proposal.staffing.seats.count),
      "differences": .object(
        Dictionary(
          uniqueKeysWithValues: ShapeFigure.allCases.map {
            ($0.name, FuturesDocument.json(tried[$0]))
          })),
      "costsLessIn": tried.probabilityOfLess.value.map(JSONValue.number) ?? .null,
    ]
  }

  private func people(of team: Team) -> [String: Int] {
    Dictionary(team.members.map { (organization.levels[$0.level].id, 1) }, uniquingKeysWith: +)
  }

  func services(of team: Int, in organization: Organization) -> [String] {
    organization.services.filter { $0.owningTeams.contains(team) }.map(\.id)
  }
}
