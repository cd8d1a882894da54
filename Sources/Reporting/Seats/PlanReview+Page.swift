import Organization
import Planning

extension PlanReview {
  /// What has become of the last plan, as a section of the new one's report.
  func blocks(currency: String) -> [Page.Block] {
    var blocks: [Page.Block] = [.heading("Since the plan of \(last.start)")]
    let sentences = decided + filled + unmatched + slips + leaverSentences
    blocks.append(.list(sentences.isEmpty ? ["It had no seats."] : sentences))
    guard let variance else {
      return blocks + [
        .note(
          "Why the outlook is another cannot be told: the plans share no month, or the last one does "
            + "not say what it expected.")
      ]
    }
    return blocks + table(variance, currency)
  }

  // MARK: Seats

  private var decided: [String] {
    let kept = committed.map { "\($0.id) (\($0.state.rawValue))" }
    let gone = cancelled.map(\.id)
    return line(kept, "seat is decided and kept", "seats are decided and kept")
      + line(gone, "seat was cancelled", "seats were cancelled")
  }

  private var filled: [String] {
    line(
      match.filled.map { "\($0.seat.id) (\($0.starter.began))" }, "seat is filled",
      "seats are filled")
  }

  private var unmatched: [String] {
    let starters = match.withoutSeat.map { "\($0.level) at \($0.team) (\($0.began))" }
    let undated = match.undated
    return line(
      starters, "person began without a seat, such as a backfill",
      "people began without a seat, such as backfills")
      + line(
        match.withoutStarter.map { "\($0.id) (\($0.state.rawValue))" },
        "seat should be filled, but nobody of its team and level has begun",
        "seats should be filled, but nobody of their team and level has begun")
      + line(
        undated, "team's roster does not say when people began, so that no seat is matched",
        "teams' rosters do not say when people began, so that no seats are matched")
  }

  private var slips: [String] {
    slipped.map { "\($0.seat.id) begins in \($0.to) instead of \($0.from)" }
  }

  private var leaverSentences: [String] {
    leavers.filter { $0.actual > 0 || $0.replaced > 0 }.map { team in
      let expected = NumberText.plain(team.expected, decimals: 1)
      let replaced =
        team.replaced == 0
        ? "" : "; \(NumberText.count(team.replaced, "seat replaces", "seats replace")) somebody"
      return "\(team.team): \(team.actual) left, \(expected) expected\(replaced)"
    }
  }

  private func line(_ names: [String], _ one: String, _ many: String) -> [String] {
    guard !names.isEmpty else { return [] }
    return ["\(NumberText.count(names.count, one, many)): \(names.joined(separator: ", "))"]
  }

  // MARK: Variance

  private func table(_ variance: PlanVariance, _ currency: String) -> [Page.Block] {
    var rows = [row("the last plan expected", variance.before, currency, isChange: false)]
    rows += variance.parts.map { row($0.cause.words, $0.change, currency, isChange: true) }
    rows.append(row("the new plan expects", variance.after, currency, isChange: false))
    return [
      .heading("Why \(variance.start) to \(variance.end) looks otherwise"),
      .reading(
        [
          .init("cause", mayShrink: true), .init("cash", .right), .init("undone work", .right),
          .init("people at the end", .right),
        ], rows: rows),
      .note(
        "Causes are changed one after another in this order, by the mean-value recursion on mean "
          + "traffic; they sum to the whole change."),
    ]
  }

  private func row(
    _ name: String, _ amounts: PlanVariance.Amounts, _ currency: String, isChange: Bool
  ) -> [String] {
    // What would be written as 0 has no sign.
    func signed(_ value: Double, unit: Double, _ text: (Double) -> String) -> String {
      guard isChange else { return text(value) }
      guard abs(value) >= unit / 2 else { return text(0) }
      return (value > 0 ? "+" : "") + text(value)
    }
    func money(_ value: Double) -> String {
      signed(value, unit: 1) { NumberText.shortMoney($0, currency) }
    }
    return [
      name, money(amounts.cash), money(amounts.undone),
      signed(amounts.people, unit: 0.1) { NumberText.fixed($0, decimals: 1) },
    ]
  }

  // MARK: Programs

  var json: JSONValue {
    [
      "start": .string(last.start.description), "committed": .array(committed.map(\.json)),
      "cancelled": .array(cancelled.map(\.json)),
      "filled": .array(
        match.filled.map { ["id": .string($0.seat.id), "starter": json($0.starter)] }),
      "startersWithoutSeat": .array(match.withoutSeat.map(json)),
      "seatsWithoutStarter": .array(match.withoutStarter.map { .string($0.id) }),
      "undatedTeams": .array(match.undated.map(JSONValue.string)),
      "slipped": .array(
        slipped.map {
          [
            "id": .string($0.seat.id), "from": .string($0.from.description),
            "to": .string($0.to.description),
          ]
        }),
      "leavers": .array(
        leavers.map {
          [
            "team": .string($0.team), "expected": .number($0.expected),
            "actual": .integer($0.actual), "replaced": .integer($0.replaced),
          ]
        }),
      "variance": variance.map(json) ?? .null,
    ]
  }

  private func json(_ starter: StarterMatch.Starter) -> JSONValue {
    [
      "team": .string(starter.team), "level": .string(starter.level),
      "began": .string(starter.began.description),
    ]
  }

  private func json(_ variance: PlanVariance) -> JSONValue {
    [
      "start": .string(variance.start.description), "months": .integer(variance.months),
      "before": json(variance.before), "after": json(variance.after),
      "parts": .array(
        variance.parts.map { part in
          ["cause": .string(part.cause.rawValue), "change": json(part.change)]
        }),
    ]
  }

  private func json(_ amounts: PlanVariance.Amounts) -> JSONValue {
    [
      "cash": .number(amounts.cash), "undone": .number(amounts.undone),
      "people": .number(amounts.people),
    ]
  }
}

extension PlanVariance.Cause {
  var words: String {
    switch self {
    case .model: "the model beside what follows"
    case .slipped: "hires slipped"
    case .cancelled: "offers declined, seats cancelled"
    case .leavers: "leavers and backfills"
    case .traffic: "traffic"
    case .cost: "salaries and rates"
    case .decisions: "new decisions"
    }
  }
}
