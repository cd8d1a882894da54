/// Every key of the model file with its unit, range and meaning.
package enum ModelGrammar {
  /// The whole file.
  package static let root = Shape.object(header + sections + [scenarios])

  /// What a scenario may override, and what is checked after one is merged in.
  package static let merged = Shape.object(header + sections)

  private static let header: [Field] = [
    Field("cadre", .version, required: true, "version of the format: 1"),
    Field("include", .list(of: .text), "further files of the same format, merged first"),
  ]

  private static let scenarios = Field(
    "scenarios", .map(of: .partial(.object(sections))), "small overrides of the base")

  package static let sections: [Field] = [
    Field("name", .text, "what to call the organisation"),
    Field("currency", .text, "ISO 4217 code of all money; default EUR"),
    Field("start", .month, required: true, "first month planned, such as 2027-01"),
    Field("horizon", .wholeMonths(1...60), "time planned; default 24 months"),
    Field("drivers", .map(of: .object(driver)), required: true, "what users do that makes work"),
    Field("holidays", .text, "a table of further public holidays, a file like holidays.yaml"),
    Field(
      "events", .map(of: .tagged(common: [eventDrivers], cases: events), isRemovable: true),
      "what moves traffic beside its trend"),
    Field(
      "regions", .map(of: .object(region), isRemovable: true),
      "where users are or will be, and people may be hired"),
    Field(
      "competencies", .list(of: .reference),
      "further fields of knowledge, beside those that cadre knows"),
    Field("levels", .map(of: .object(level)), "the career ladder; changing one keeps the others"),
    Field(
      "teams", .map(of: .object(team), isRemovable: true), required: true,
      "people who work together and carry one pager"),
    Field(
      "services", .map(of: .object(service), isRemovable: true), required: true,
      "software that somebody runs in production"),
    Field(
      "work", .map(of: .tagged(common: workCommon, cases: plannedWork), isRemovable: true),
      "planned reliability work, such as load tests and migrations"),
    Field("hiring", .object(hiring), "the hiring market and the capacity to hire"),
    Field(
      "partners", .map(of: .object(partner), isRemovable: true),
      "companies that rent out engineers"),
    Field("policy", .object(policy), "what leadership demands of a plan"),
    Field(
      "assumptions", .object(assumptions), "rows of models/assumptions.yaml with other values"),
  ]

  private static let driver: [Field] = [
    Field(
      "history",
      .object([
        Field("file", .text, required: true, "CSV file with a header"),
        Field("column", .text, "column of the counts"),
        Field("time", .text, "column of the dates; default the first"),
      ]), merges: false, "counts of the past"),
    Field("growth", .growth, "growth per year, such as 20 %; default the forecast"),
    Field(
      "ceiling", .number(0.01...1_000_000, exact: true),
      "times today's traffic that it levels off below; default none"),
    Field(
      "holidays", .list(of: .reference), merges: false,
      "countries whose public holidays it feels, such as [DE, US]; default none"),
    Field(
      "changes", .map(of: .object(change), isRemovable: true),
      "what is known of odd stretches of the history"),
  ]

  private static let change: [Field] = [
    Field("from", .date, required: true, "first day"),
    Field("to", .date, "last day; default the first"),
    Field(
      "treat", .choice(KnownChange.Treatment.allCases.map(\.rawValue)), required: true,
      "ignore (it is real), level-shift (a new level for good) or outage (nothing was counted)"),
  ]

  private static let eventDrivers = Field(
    "drivers", .list(of: .reference), "drivers it moves; default all")

  private static let events: [(kind: String, fields: [Field])] = [
    (
      "campaign",
      [
        Field("month", .month, required: true, "month in which it happens"),
        Field("days", .number(0.1...31, exact: true), required: true, "how long it lasts"),
        Field("mean", .number(0.01...1_000), required: true, "mean traffic over normal"),
        Field("peak", .number(0.01...1_000), required: true, "peak traffic over normal"),
        Field("yearly", .flag, "whether it comes again every year; default false"),
        Field(
          "freeze", .duration(in: .day, 0...31),
          "how long nothing new is released around it; default not at all"),
      ]
    ),
    ("launch", step), ("region", step),
    (
      "viral",
      [
        Field("rate", .frequency(per: .year, 0...365), required: true, "how often"),
        Field("size", .number(1...1_000), required: true, "traffic over normal"),
        Field("days", .number(0.01...31), required: true, "how long each lasts"),
      ]
    ),
  ]

  private static let step: [Field] = [
    Field("from", .month, required: true, "first month"),
    Field(
      "level", .quantity(Quantity(kind: .share, range: -0.99...100)), required: true,
      "how much traffic rises, such as 15 %"),
  ]

  private static let region: [Field] = [
    Field("opens", .month, "first month with its users; default open today"),
    Field(
      "traffic", .quantity(Quantity(kind: .share, range: 0...100)),
      "how much it adds to its drivers, such as 15 %; default nothing"),
    Field("drivers", .list(of: .reference), merges: false, "drivers it moves; default all"),
    Field(
      "services", .list(of: .reference), merges: false,
      "services used there; default those of tier 1 and 2 that feel its drivers"),
    Field("zone", .text, "time zone that its users live by, such as Asia/Tokyo; default home"),
    Field(
      "latency-work", .quantity(Quantity(kind: .effort, range: 0...1_000_000)),
      "work to make services quick there, once, before it opens"),
    Field(
      "preparation", .wholeMonths(1...60),
      "time before it opens over which work is spread; default region.preparation_months"),
    Field("residency", .flag, "whether data of its users has to stay there; default false"),
    Field(
      "compliance", .list(of: .reference), merges: false,
      "regimes that services used there have to meet from the opening on"),
    Field("hiring", .object(market), "how hiring there differs from home; factors, default 1"),
  ]

  private static let market: [Field] = [
    Field("lead", .number(0.1...10), "factor on the time from requisition to first day"),
    Field("salary", .number(0.05...10), "factor on salaries"),
    Field("attrition", .number(0...10), "factor on the share that leaves in a year"),
  ]

  private static let plannedWork: [(kind: String, fields: [Field])] = [
    (
      "recurring",
      [
        Field("hours", .work, required: true, "hours a month of all its teams together"),
        Field("from", .month, "first month; default it goes on already"),
        Field("to", .month, "last month; default it goes on"),
      ]
    ),
    (
      "one-off",
      [
        Field(
          "hours", .duration(in: .hour, 0...1_000_000), required: true,
          "hours in all, spread evenly over its months"),
        Field("from", .month, required: true, "first month"),
        Field("to", .month, required: true, "last month"),
      ]
    ),
  ]

  private static let workCommon: [Field] = [
    Field(
      "teams", .list(of: .reference), required: true, merges: false, "teams that share it evenly"),
    Field("goal", .text, "the aim of the business that it serves"),
  ]

  private static let level: [Field] = [
    Field("like", .reference, "a level to copy; required for a new level"),
    Field("salary", .salary, "money per year"),
    Field("productivity", .number(0.05...10), "output relative to mid"),
    Field("ramp", .duration(in: .month, 0...60), "time to full output"),
    Field("lead", .duration(in: .day, 1...1_000), "requisition to first day"),
    Field("attrition", .leaving, "share that leaves in a year"),
    Field(
      "promoted-after", .wholeMonths(0...240),
      "time at the level after which people may rise to the next; default never"),
  ]

  private static let team: [Field] = [
    Field("kind", .choice(TeamKind.allCases.map(\.rawValue)), "default service"),
    Field("people", .map(of: .count(0...10_000)), merges: false, "how many of each level"),
    Field(
      "roster", .object([Field("file", .text, required: true, "CSV file with a header")]),
      "the people, from a file"),
    Field("rota", .either([.choice(["none"]), .object(rota)]), "who is on call"),
    Field("roadmap", .work, "roadmap work asked; default what capacity leaves"),
    Field("retention", .object(retention), "what beside load keeps its people"),
    Field(
      "competencies", .map(of: .count(0...10_000)),
      "how many of its people hold each; default all that it needs"),
    Field("region", .reference, "where its new people are hired; default at home"),
    Field(
      "largest-systems", .list(of: .number(0...1_000_000_000, exact: true)), merges: false,
      "peak requests a second of the largest system that each of its people has operated"),
  ]

  private static let retention: [Field] = RetentionLever.allCases.map {
    Field($0.rawValue, .count(0...2), "0 worse than ordinary, 1 ordinary, 2 better; default 1")
  }

  private static let rota: [Field] = [
    Field("layers", .count(1...5), "people on call at once"),
    Field(
      "shift",
      .quantity(
        Quantity(kind: .duration(in: .hour), range: 1...744, allowsThreePoints: false)),
      "length of a shift; default 1 week"),
    Field(
      "sites", .map(of: .either([.text, .object(site)])), merges: false,
      "places with their time zones; default UTC"),
    Field("escalation", .flag, "whether an unanswered page goes on; default true"),
  ]

  private static let site: [Field] = [
    Field("zone", .text, required: true, "time zone such as Europe/Berlin"),
    Field("people", .count(0...10_000), "how many of the team sit there; default evenly"),
  ]

  private static let service: [Field] = [
    Field(
      "owner", .either([.text, .list(of: .text)]), "a team, a list of teams, or none"),
    Field("tier", .count(1...4), "1 (the business) to 4; default 2"),
    Field(
      "traffic", .map(of: .number(0.000_001...1_000_000, exact: true)), merges: false,
      "weight of each driver; default all alike"),
    Field("workload", .choice(Workload.allCases.map(\.rawValue)), "default read-heavy"),
    Field("architecture", .choice(Architecture.allCases.map(\.rawValue)), "default modular"),
    Field("headroom", .number(0.1...1_000), "safe peak over today's peak; default 1.5"),
    Field("automation", .share(), "share of toil that is automated; default 30 %"),
    Field(
      "pages",
      .either([
        .frequency(per: .month, 0...10_000),
        .object([Field("file", .text, required: true, "CSV file with a row per page")]),
      ]), "pages per month, or a log of them"),
    Field("upkeep", .work, "work that keeps it running"),
    Field("toil", .work, "manual work"),
    Field("integrations", .count(0...1_000), "third-party systems; default 0"),
    Field("compliance", .list(of: .reference), "regimes such as pci"),
    Field(
      "documents", .list(of: .choice(Document.allCases.map(\.rawValue))), "documents that exist"),
    Field("run-by", .reference, "a partner that runs it day to day"),
    Field(
      "needs", .list(of: .reference),
      "competencies it needs; default by workload, architecture, tier, compliance, integrations"),
    Field(
      "peak-requests", .number(0...1_000_000_000, exact: true),
      "requests a second at today's peak"),
    Field("depends-on", .list(of: .reference), "services that it fails with"),
    Field("metrics", .object(metrics), "what is measured of its success, and aimed at"),
  ]

  private static let metrics: [Field] = [
    Field("slo", .share(exact: true, to: 0.999_999), "share of requests to answer well"),
    Field("error-rate", .share(exact: true), "share of requests that fail today"),
    Field("p99", .elapsed(0.0001...3600, exact: true), "time of the slowest 1 % today"),
    Field("p99-target", .elapsed(0.0001...3600, exact: true), "the same as aimed at"),
    Field(
      "time-to-recover", .elapsed(1...2_592_000), "from a page to a service that works again"),
    Field("deployments", .frequency(per: .month, 0...100_000), "changes put into production"),
    Field("change-failures", .share(), "share of deployments that need remediation"),
    Field(
      "database-saturation", .share(exact: true, from: 0.01),
      "use of the database at today's peak; gives the headroom where there is none"),
    Field(
      "cost",
      .quantity(
        Quantity(kind: .moneyRate(per: .month), range: 0...1e12, allowsThreePoints: false)),
      "money for its infrastructure"),
  ]

  private static let hiring: [Field] = [
    Field("recruiters", .number(0...10_000), "default: not a limit"),
    Field("hires-per-recruiter", .frequency(per: .quarter, 0.01...1_000), "hires made by one"),
    Field("acceptance", .share(from: 0.01), "share of offers accepted"),
    Field("early-exit", .share(), "share of starters who leave within six months"),
    Field("interview-hours", .number(0...2_000), "engineer hours per hire"),
    Field("cost-per-hire", .money(0...10_000_000), "money per hire"),
    Field("attrition", .leaving, "for levels that say nothing"),
    Field(
      "freeze",
      .object([
        Field("from", .month, required: true, "first month without requisitions"),
        Field("to", .month, required: true, "last month without requisitions"),
      ]), "months in which no requisition may be opened"),
  ]

  private static let partner: [Field] = [
    Field(
      "kind", .choice(PartnerKind.allCases.map(\.rawValue)), required: true,
      "where it works from"),
    Field(
      "rate", .either([.rent, .map(of: .rent)]), required: true, "money per hour, or by level"),
    Field("seats", .count(0...10_000), "most at once"),
    Field("lead", .duration(in: .month, 0...36), "signature to first day"),
    Field("ramp", .duration(in: .month, 0...36), "first day to full output"),
    Field("minimum-term", .wholeMonths(0...60), "shortest contract"),
    Field("notice", .wholeMonths(0...24), "notice period"),
    Field("productivity", .number(0.05...3), "output relative to an employee of the level"),
    Field("oversight", .share(), "in-house senior time per seat"),
    Field("knowledge-loss", .share(), "knowledge lost at the end of the contract"),
    Field("may-touch", .list(of: .reference), "compliance regimes it may work under"),
    Field("pager", .flag, "whether it takes the pager; default false"),
    Field("scorecard", .object(scorecard), "how it was judged, 0 to 5 each"),
    Field("engaged", .map(of: .map(of: .count(0...10_000))), "seats that work today"),
    Field(
      "competencies", .list(of: .reference), "what its people are good at; default anything"),
  ]

  private static let scorecard = [
    "high-load", "system-design", "communication", "security", "accountability",
  ].map { Field($0, .number(0...5, exact: true), required: true, "0 to 5") }

  private static let policy: [Field] = [
    Field("coverage", .demand("at-least"), "work each team can do of what is asked"),
    Field("senior-coverage", .demand("at-least"), "the same for work that needs seniors"),
    Field("on-call-share", .demand("at-most"), "highest share of time on call"),
    Field("burnout", .demand("at-most"), "highest expected share of burned-out people"),
    Field(
      "extra-budget",
      .quantity(
        Quantity(
          kind: .moneyRate(per: .quarter), range: 0...1e12, allowsThreePoints: false)),
      "money beside today's payroll; default unlimited"),
    Field("new-seats", .count(0...100_000), "most new seats; default unlimited"),
    Field("partner-share", .share(exact: true), "highest share of partner seats in a team"),
    Field("minimum-seniors", .count(0...100), "fewest seniors per team"),
    Field("grace", .wholeMonths(0...60), "first months in which the policy need not hold"),
  ]

  private static let assumptions: [Field] = AssumptionID.allCases.map { id in
    Field(
      id.rawValue, .quantity(Assumptions.quantity(of: id)),
      "see `cadre assumptions`")
  }
}
