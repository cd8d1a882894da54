extension PlanFile {
  /// The file, seats in order of their ids, so that one that moves stays where it is.
  package var text: String {
    let seats = seats.sorted { $0.id < $1.id }
    return header + terms + expectations + filledSeats + steps
      + (seats.isEmpty ? "seats: []\n" : "seats:\n" + seats.map(block).joined())
  }

  private var header: String {
    """
    # A plan of cadre. Review it line by line; states, owners and notes are yours to change.
    # A seat is \(SeatState.allCases.map(\.rawValue).joined(separator: ", ")).
    format: \(Self.format)
    model: \(YAMLText.written(model))
    scenario: \(YAMLText.written(scenario))
    currency: \(YAMLText.written(currency))
    start: \(start)
    months: \(months)
    seed: \(seed)
    strategy: \(YAMLText.written(strategy))

    """
  }

  private var terms: String {
    var text = "terms:\n  levels:" + (levels.isEmpty ? " {}\n" : "\n")
    for (level, terms) in levels.sorted(by: { $0.key < $1.key }) {
      text += "    \(YAMLText.written(level)): {monthsToFill: \(number(terms.monthsToFill, 2)), "
      text += "costPerMonth: \(number(terms.costPerMonth, 2))}\n"
    }
    text += "  partners:" + (partners.isEmpty ? " {}\n" : "\n")
    for (partner, prices) in partners.sorted(by: { $0.key < $1.key }) {
      text += "    \(YAMLText.written(partner)): \(flow(prices, 2))\n"
    }
    return text
  }

  private var expectations: String {
    guard !expected.isEmpty else { return "expected: []\n" }
    return "expected:\n"
      + expected.map { expected in
        """
          - month: \(expected.month)
            cash: \(number(expected.cash, 0))
            undone: \(number(expected.undone, 0))
            traffic: \(flow(expected.traffic, 4))
            people: \(flow(expected.people, 2))
            leavers: \(flow(expected.leavers, 2))

        """
      }.joined()
  }

  private var filledSeats: String {
    guard !filled.isEmpty else { return "" }
    let lines = filled.sorted { $0.key < $1.key }.map { id, month in
      "  \(YAMLText.written(id)): \(month)\n"
    }
    return "filled:\n" + lines.joined()
  }

  private var steps: String {
    let transfers = transfers.map { step in
      "  - {level: \(YAMLText.written(step.level)), from: \(YAMLText.written(step.from)), "
        + "to: \(YAMLText.written(step.to)), month: \(step.month)}\n"
    }
    let promotions = promotions.map { step in
      "  - {team: \(YAMLText.written(step.team)), level: \(YAMLText.written(step.level)), "
        + "month: \(step.month)}\n"
    }
    return (transfers.isEmpty ? "" : "transfers:\n" + transfers.sorted().joined())
      + (promotions.isEmpty ? "" : "promotions:\n" + promotions.sorted().joined())
  }

  private func block(_ seat: SeatRecord) -> String {
    let reason = seat.reason.map { reason in
      "{limit: \(YAMLText.written(reason.limit)), first: \(reason.firstMonth), "
        + "value: \(number(reason.worstValue, 4)), threshold: \(number(reason.threshold, 4))}"
    }
    let lines: [(key: String, value: String?)] = [
      ("id", YAMLText.written(seat.id)), ("team", YAMLText.written(seat.team)),
      ("level", YAMLText.written(seat.level)),
      ("source", seat.partner == nil ? "in-house" : "partner"),
      ("partner", seat.partner.map(YAMLText.written)), ("state", seat.state.rawValue),
      ("replaces", seat.replaces.map(YAMLText.written)), ("open", seat.open.description),
      ("latest", seat.latest?.description), ("start", seat.start?.description),
      ("end", seat.end?.description), ("owner", seat.owner.map(YAMLText.written)),
      ("cost", seat.cost.map { number($0, 0) }),
      ("competency", seat.competency.map(YAMLText.written)), ("reason", reason),
      ("note", seat.note.map(YAMLText.written)),
    ]
    let given = lines.compactMap { line in line.value.map { "\(line.key): \($0)" } }
    return "  - " + given.joined(separator: "\n    ") + "\n"
  }

  private func flow(_ values: [String: Double], _ decimals: Int) -> String {
    let pairs = values.sorted { $0.key < $1.key }.map { name, value in
      "\(YAMLText.written(name)): \(number(value, decimals))"
    }
    return "{\(pairs.joined(separator: ", "))}"
  }

  private func number(_ value: Double, _ decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
    let rounded = (value * scale).rounded() / scale
    return Printable.number(rounded == 0 ? 0 : rounded)
  }
}
