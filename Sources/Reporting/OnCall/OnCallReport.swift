import DelimitedText
package import Importing
import Organization

/// What being on call asks of teams against what is published, and what services ask of it.
///
/// People are counted, never named.
package struct OnCallReport: Sendable {
  let study: OnCallStudy
  let notes: SourceNotes
  let header: RunHeader

  package init(_ records: OnCallRecords, header: RunHeader) {
    study = OnCallStudy(records)
    var result = records.result
    result.findings += study.findings
    result.note(study, records)
    notes = SourceNotes(
      findings: result.findings, broken: result.broken, assumptions: result.assumptions,
      items: result.items)
    self.header = header
  }

  /// Whether the sources told anything at all.
  package var isEmpty: Bool { study.pages == 0 && study.shifts == 0 }

  /// Whether any limit that is not mere advice is passed.
  package var isBroken: Bool {
    study.teams.contains { $0.checks.contains { $0.isBroken && !$0.limit.isAdvice } }
  }

  /// Whether something is wrong with the sources.
  package var hasWarnings: Bool {
    notes.findings.contains { $0.problem.severity != .note } || !notes.broken.isEmpty
  }
}

extension OnCallReport {
  /// One row for each figure of a service or team, and for each limit [RFC 4180]; numbers are not
  /// rounded.
  package var csv: String {
    var writer = DelimitedWriter()
    writer.write(["subject", "name", "figure", "value", "low", "high", "threshold", "broken"])
    for service in study.services {
      let name = service.name ?? ""
      for (figure, value) in [
        ("pages-per-month", service.perMonth), ("share-work", service.shares.work),
        ("share-off", service.shares.off), ("share-sleep", service.shares.sleep),
      ] {
        writer.write([
          .text("service"), .text(name), .text(figure), .number(value.likely), .number(value.low),
          .number(value.high), .empty, .empty,
        ])
      }
      for (figure, value) in [
        ("pages", Double(service.pages)), ("variance-to-mean", service.varianceToMean.used),
        ("median-minutes", service.medianMinutes ?? .nan),
      ] where value.isFinite {
        writer.write([
          .text("service"), .text(name), .text(figure), .number(value), .empty, .empty, .empty,
          .empty,
        ])
      }
    }
    for team in study.teams {
      for (figure, value) in figures(of: team) {
        writer.write([
          .text("team"), .text(team.name), .text(figure), .number(value), .empty, .empty, .empty,
          .empty,
        ])
      }
      for check in team.checks {
        writer.write([
          .text("limit"), .text(team.name), .text(check.limit.rawValue), .number(check.value),
          .empty, .empty, .number(check.threshold), .text(check.isBroken ? "yes" : "no"),
        ])
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func figures(of team: TeamLoad) -> [(String, Double)] {
    var figures: [(String, Double)] = [
      ("people", Double(team.people)), ("pages-work", Double(team.interruptions.work)),
      ("pages-off", Double(team.interruptions.off)),
      ("pages-sleep", Double(team.interruptions.sleep)),
      ("hours-disrupted", Double(team.hoursDisrupted)),
      ("free-time-pages-per-person-and-month", team.freePerMonth.mean),
    ]
    guard let rota = team.rota else { return figures }
    figures += [
      ("layers", Double(rota.layers)), ("shift-hours", rota.shiftHours),
      ("hours-on-call-per-week", rota.hoursPerWeek), ("share-on-call", rota.share.mean),
      ("nights-per-week", rota.nightsPerWeek.mean),
    ]
    if let duty = rota.pages {
      figures += [("pages-per-12-hours", duty.perShift12), ("share-over-limit", duty.overShare)]
    }
    return figures
  }
}
