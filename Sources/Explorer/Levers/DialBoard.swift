import Organization
import Simulation

/// All levers of an organisation.
enum DialBoard {
  /// What the levers of an organisation can be read from.
  struct Subject {
    var organization: Organization
    var model: StaffingModel
    var outlook: TrafficOutlook
  }

  /// - Parameters:
  ///   - now: as it is with all changes.
  ///   - origin: as it is without them.
  /// - Returns: the levers, those first that people reach for first.
  static func dials(_ now: Subject, origin: Subject) -> [Dial] {
    let board = Board(now: now, origin: origin)
    return board.traffic + board.hiring + board.partners + board.services + board.rotas
      + board.policy + board.assumptions + board.singles
  }
}

private struct Board {
  let now: DialBoard.Subject
  let origin: DialBoard.Subject

  private var organization: Organization { now.organization }

  /// A lever that moves one number, by its place in the model.
  private func dial(
    _ path: String, _ group: Dial.Group, _ title: String, _ quantity: Quantity, meaning: String,
    row: AssumptionID? = nil, form: (DialBoard.Subject) -> DialPart.Form = { _ in .plain },
    _ read: (DialBoard.Subject) -> ThreePoint?
  ) -> Dial? {
    guard let value = read(now), let original = read(origin) else { return nil }
    let assumption = row.map { organization.assumptions.row($0) }
    return Dial(
      id: path, group: group, title: title,
      parts: [
        DialPart(path: path, quantity: quantity, value: value, origin: original, form: form(now))
      ],
      meaning: meaning, source: assumption?.source, grade: assumption?.grade)
  }

  /// A lever that moves several numbers by one factor.
  private func factor(
    _ id: String, _ group: Dial.Group, _ title: String, of parts: [Dial], meaning: String
  ) -> Dial? {
    let moving = parts.flatMap(\.parts).filter { $0.origin.likely != 0 }
    guard !moving.isEmpty else { return nil }
    return Dial(
      id: id, group: group, title: title, parts: moving, isFactor: true, meaning: meaning)
  }

  // MARK: Traffic

  private static let growth = Quantity(kind: .growth, range: -0.9...10)

  var traffic: [Dial] {
    let drivers = organization.drivers.indices.compactMap { index -> Dial? in
      let id = organization.drivers[index].id
      return dial(
        "drivers.\(id).growth", .traffic, "\(id): growth a year", Self.growth,
        meaning: "growth a year that the scenario expects; without one the forecast's own"
      ) { subject in
        guard subject.organization.drivers.indices.contains(index),
          subject.outlook.drivers.indices.contains(index)
        else { return nil }
        if let growth = subject.organization.drivers[index].growthPerYear { return growth }
        return switch subject.outlook.drivers[index].basis {
        case .history(let history): ThreePoint(history.growthPerYear)
        case .growth(let growth, _): growth
        }
      }
    }
    let events = organization.events.compactMap { event -> Dial? in
      guard case .viral = event.kind else { return nil }
      return dial(
        "events.\(event.id).rate", .traffic, "\(event.id): spikes a year",
        Quantity(kind: .frequency(per: .year), range: 0...365),
        meaning: "unplanned viral spikes a year"
      ) { subject in
        let found = subject.organization.events.first { $0.id == event.id }
        guard case .viral(let rate, _, _)? = found?.kind else { return nil }
        return rate
      }
    }
    let sizes = organization.events.compactMap { event -> Dial? in
      guard case .viral = event.kind else { return nil }
      return dial(
        "events.\(event.id).size", .traffic, "\(event.id): size of a spike",
        Quantity(kind: .number, range: 1...1_000), meaning: "traffic over normal while it lasts"
      ) { subject in
        let found = subject.organization.events.first { $0.id == event.id }
        guard case .viral(_, let size, _)? = found?.kind else { return nil }
        return size
      }
    }
    return drivers + events + sizes
  }

  // MARK: Hiring

  private static let share = Quantity(kind: .share, range: 0...1)

  private func levels(
    _ key: String, _ title: String, _ quantity: Quantity, _ part: KeyPath<Level, ThreePoint>,
    meaning: String
  ) -> [Dial] {
    organization.levels.indices.compactMap { index in
      let id = organization.levels[index].id
      return dial(
        "levels.\(id).\(key)", .hiring, "\(id): \(title)", quantity, meaning: meaning
      ) { subject in
        subject.organization.levels.indices.contains(index)
          ? subject.organization.levels[index][keyPath: part] : nil
      }
    }
  }

  private var leads: [Dial] {
    levels(
      "lead", "time to fill", Quantity(kind: .duration(in: .day), range: 1...1_000), \.leadDays,
      meaning: "days from opening the requisition to the first day")
  }

  private var attrition: [Dial] {
    levels(
      "attrition", "leave a year", Quantity(kind: .yearlyShare, range: 0...0.95),
      \.attritionPerYear, meaning: "share that leaves in a year at the usual burnout")
  }

  var hiring: [Dial] {
    let market = [
      factor(
        "all.lead", .hiring, "time to fill, all levels", of: leads,
        meaning: "factor on the time from requisition to first day"),
      dial(
        "hiring.acceptance", .hiring, "offers accepted",
        Quantity(kind: .share, range: 0.01...1), meaning: "share of offers that are accepted",
        row: .hiringAcceptance
      ) { $0.organization.hiring.acceptance },
      factor(
        "all.attrition", .hiring, "attrition, all levels", of: attrition,
        meaning: "factor on the share that leaves in a year"),
      dial(
        "hiring.recruiters", .hiring, "recruiters", Quantity(kind: .number, range: 0...10_000),
        meaning: "recruiters at work; without a number they are no limit"
      ) { $0.organization.hiring.recruiters },
    ]
    return market.compactMap(\.self)
  }

  // MARK: Partners

  private func rates(_ partner: Int) -> [Dial] {
    organization.levels.indices.compactMap { level in
      let ids = (organization.partners[partner].id, organization.levels[level].id)
      return dial(
        "partners.\(ids.0).rate.\(ids.1)", .single, "\(ids.0): rate of a \(ids.1)",
        Quantity(kind: .moneyRate(per: .hour), range: 0.1...100_000), meaning: "money an hour"
      ) { subject in
        guard subject.organization.partners.indices.contains(partner) else { return nil }
        let rates = subject.organization.partners[partner].ratePerHour
        return rates.indices.contains(level) ? rates[level] : nil
      }
    }
  }

  var partners: [Dial] {
    organization.partners.indices.compactMap { partner in
      let id = organization.partners[partner].id
      return factor(
        "all.rate.\(id)", .partners, "\(id): rates", of: rates(partner),
        meaning: "factor on what an hour costs at every level")
    }
  }

  // MARK: Services

  private func services(
    _ key: String, _ title: String, _ quantity: Quantity, meaning: String,
    _ read: (DialBoard.Subject, Int) -> ThreePoint?
  ) -> [Dial] {
    organization.services.indices.compactMap { index in
      let id = organization.services[index].id
      return dial("services.\(id).\(key)", .single, "\(id): \(title)", quantity, meaning: meaning) {
        subject in
        subject.organization.services.indices.contains(index) ? read(subject, index) : nil
      }
    }
  }

  private var headrooms: [Dial] {
    services(
      "headroom", "headroom", Quantity(kind: .number, range: 0.1...1_000),
      meaning: "safe peak over today's peak"
    ) { $0.organization.services[$1].headroom }
  }

  private var automation: [Dial] {
    services("automation", "automation", Self.share, meaning: "share of toil that is automated") {
      $0.organization.services[$1].automation
    }
  }

  private var pages: [Dial] {
    services(
      "pages", "pages a month", Quantity(kind: .frequency(per: .month), range: 0...10_000),
      meaning: "pages at today's traffic"
    ) { ThreePoint($0.model.services[$1].pagesPerMonth) }
  }

  var services: [Dial] {
    [
      factor(
        "all.pages", .services, "alert noise: pages", of: pages,
        meaning: "factor on the pages of every service, each set to the rate known of it"),
      factor(
        "all.headroom", .services, "headroom, all services", of: headrooms,
        meaning: "factor on how much traffic services bear before they have to be scaled"),
      factor(
        "all.automation", .services, "automation, all services", of: automation,
        meaning: "factor on the share of toil that is automated"),
    ].compactMap(\.self)
  }

  var rotas: [Dial] {
    organization.teams.indices.compactMap { index in
      let id = organization.teams[index].id
      return dial(
        "teams.\(id).rota.layers", .rotas, "\(id): on call at once",
        Quantity(kind: .number, range: 1...5, isWhole: true, allowsThreePoints: false),
        meaning: "people of the team on call at the same time"
      ) { subject in
        guard subject.organization.teams.indices.contains(index) else { return nil }
        return subject.organization.teams[index].rota.map { ThreePoint(Double($0.layers)) }
      }
    }
  }

  // MARK: Policy

  private func demand(
    _ key: String, _ title: String, _ word: String, meaning: String,
    _ read: @escaping (Policy) -> ChanceConstraint
  ) -> Dial? {
    dial(
      "policy.\(key)", .policy, title,
      Quantity(kind: .share, range: 0...1, allowsThreePoints: false), meaning: meaning,
      form: { .demand(word: word, probability: read($0.organization.policy).probability) }
    ) { ThreePoint(read($0.organization.policy).threshold) }
  }

  var policy: [Dial] {
    [
      demand("coverage", "coverage at least", "at-least", meaning: "work each team can do") {
        $0.coverage
      },
      demand(
        "senior-coverage", "senior coverage at least", "at-least",
        meaning: "the same for work that needs seniors"
      ) { $0.seniorCoverage },
      demand("on-call-share", "time on call at most", "at-most", meaning: "share of time on call") {
        $0.onCallShare
      },
      demand("burnout", "burned out at most", "at-most", meaning: "share of burned-out people") {
        $0.burnout
      },
      dial(
        "policy.minimum-seniors", .policy, "seniors in a team at least",
        Quantity(kind: .number, range: 0...100, isWhole: true, allowsThreePoints: false),
        meaning: "fewest seniors in each team"
      ) { ThreePoint(Double($0.organization.policy.minimumSeniors)) },
      dial(
        "policy.new-seats", .policy, "new seats at most",
        Quantity(kind: .number, range: 0...100_000, isWhole: true, allowsThreePoints: false),
        meaning: "most new seats over the plan"
      ) { $0.organization.policy.maxNewSeats.map { ThreePoint(Double($0)) } },
      dial(
        "policy.extra-budget", .policy, "extra money",
        Quantity(kind: .moneyRate(per: .quarter), range: 0...1e12, allowsThreePoints: false),
        meaning: "money beside today's payroll"
      ) { $0.organization.policy.extraBudgetPerQuarter.map { ThreePoint($0) } },
    ].compactMap(\.self)
  }

  // MARK: Assumptions

  /// Rows with a range first: they are what the answer may hang on.
  var assumptions: [Dial] {
    let rows = organization.assumptions.rows
    let ordered = rows.filter { !$0.value.isExact } + rows.filter(\.value.isExact)
    return ordered.compactMap { row in
      dial(
        "assumptions.\(row.id.rawValue)", .assumptions, row.id.rawValue,
        Assumptions.quantity(of: row.id), meaning: "\(row.meaning) (\(row.unit))", row: row.id
      ) { $0.organization.assumptions.row(row.id).value }
    }
  }

  /// What the levers above move together, each by itself.
  var singles: [Dial] {
    let productivity = levels(
      "productivity", "output", Quantity(kind: .number, range: 0.05...10), \.productivity,
      meaning: "output relative to mid")
    let ramps = levels(
      "ramp", "ramp", Quantity(kind: .duration(in: .month), range: 0...60), \.rampMonths,
      meaning: "months to full output")
    let all =
      leads + attrition + productivity + ramps + organization.partners.indices.flatMap(rates)
      + pages + headrooms + automation
    return all.map { dial in
      var dial = dial
      dial.group = .single
      return dial
    }
  }
}
