import Importing
package import Organization

extension OnCallReport {
  package var json: JSONValue {
    header.document(
      "cadre.oncall/1.0",
      [
        "watched": study.span.map { span in
          [
            "from": .string(span.first.day), "through": .string((span.last + -1).day),
            "months": .number(span.months),
          ]
        } ?? .null,
        "windows": json(study.windows, study.shares),
        "services": .array(study.services.map(json)), "teams": .array(study.teams.map(json)),
        "summary": [
          "pages": .integer(study.pages), "merged": .integer(study.merged),
          "shifts": .integer(study.shifts), "people": .integer(study.people),
          "unanswered": .integer(study.unanswered),
          "limitsPassed": .integer(
            study.teams.reduce(0) { $0 + $1.checks.count { $0.isBroken && !$0.limit.isAdvice } }),
          "errors": .integer(notes.count(.error)), "warnings": .integer(notes.count(.warning)),
          "notes": .integer(notes.count(.note)),
        ],
      ].merging(notes.json) { first, _ in first })
  }

  private func json(_ value: LoadEstimate) -> JSONValue {
    ["low": .number(value.low), "likely": .number(value.likely), "high": .number(value.high)]
  }

  private func json(_ counts: WindowCounts, _ shares: WindowShares) -> JSONValue {
    [
      "work": ["pages": .integer(counts.work), "share": json(shares.work)],
      "off": ["pages": .integer(counts.off), "share": json(shares.off)],
      "sleep": ["pages": .integer(counts.sleep), "share": json(shares.sleep)],
    ]
  }

  private func json(_ service: ServiceLoad) -> JSONValue {
    [
      "name": .optional(service.name), "team": .optional(service.team),
      "pages": .integer(service.pages), "pagesPerMonth": json(service.perMonth),
      "varianceToMean": [
        "seen": .optional(service.varianceToMean.seen),
        "used": .number(service.varianceToMean.used),
      ],
      "medianMinutes": .optional(service.medianMinutes),
      "medianMinutesToAcknowledge": .optional(service.medianMinutesToAcknowledge),
      "windows": json(service.windows, service.shares),
    ]
  }

  private func json(_ team: TeamLoad) -> JSONValue {
    [
      "name": .string(team.name), "people": .integer(team.people),
      "pages": [
        "work": .integer(team.interruptions.work), "off": .integer(team.interruptions.off),
        "sleep": .integer(team.interruptions.sleep),
      ],
      "merged": .integer(team.merged), "hoursDisrupted": .integer(team.hoursDisrupted),
      "freeTimePagesPerMonth": [
        "mean": .number(team.freePerMonth.mean), "most": .number(team.freePerMonth.most),
      ],
      "rota": team.rota.map(json) ?? .null,
      "checks": .array(
        team.checks.map { check in
          [
            "limit": .string(check.limit.rawValue), "value": .number(check.value),
            "threshold": .number(check.threshold), "broken": .bool(check.isBroken),
            "advice": .bool(check.limit.isAdvice), "source": .string(check.limit.source),
          ]
        }),
    ]
  }

  private func json(_ rota: RotaLoad) -> JSONValue {
    [
      "layers": .integer(rota.layers), "weeks": .number(rota.weeks),
      "shifts": .integer(rota.shifts), "shiftHours": .number(rota.shiftHours),
      "hoursPerWeek": .number(rota.hoursPerWeek),
      "share": ["mean": .number(rota.share.mean), "most": .number(rota.share.most)],
      "nightsPerWeek": [
        "mean": .number(rota.nightsPerWeek.mean), "most": .number(rota.nightsPerWeek.most),
      ],
      "brokenNights": [
        "nights": .integer(rota.brokenNights.count), "of": .integer(rota.brokenNights.of),
      ],
      "zone": .optional(rota.zone),
      "duty": rota.pages.map { duty in
        [
          "hours": .number(duty.hours), "pages": .integer(duty.pages),
          "pagesPer12Hours": .number(duty.perShift12), "pagesPerWeek": .number(duty.perWeek),
          "stretches": .integer(duty.pieces), "overLimit": .integer(duty.overLimit),
          "most": .integer(duty.most),
        ]
      } ?? .null,
    ]
  }
}
