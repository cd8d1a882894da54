import DelimitedText
package import Organization
package import Planning

/// The answer of `cadre rota`.
package struct RotaReport: Sendable {
  let proposal: RotaProposal
  let rota: Rota
  let team: String
  let weights: RotaWeights
  let assumptions: Assumptions
  let header: RunHeader
  /// Seconds that a site's clock is ahead of UTC at a time.
  let clock: RotaCalendar.Clock

  package init(
    _ proposal: RotaProposal, of team: String, _ rota: Rota, weights: RotaWeights,
    assumptions: Assumptions, clock: @escaping RotaCalendar.Clock, header: RunHeader
  ) {
    self.proposal = proposal
    self.rota = rota
    self.team = team
    self.weights = weights
    self.assumptions = assumptions
    self.clock = clock
    self.header = header
  }

  /// What a layer is called.
  static func name(ofLayer layer: Int) -> String {
    switch layer {
    case 0: "primary"
    case 1: "secondary"
    case 2: "tertiary"
    default: "layer-\(layer + 1)"
    }
  }

  var weeks: Double { Double(proposal.period.end - proposal.period.start) / 604_800 }

  /// Nights of ten hours in a week, on average.
  func nights(_ burden: RotaProposal.Burden) -> Double {
    weeks > 0 ? burden.hours.night / 10 / weeks : 0
  }

  /// Date and time on a site's clock.
  func local(_ seconds: Int, site: Int) -> String { Self.text(seconds + clock(site, seconds)) }

  /// `2027-01-04 10:00` of seconds since 1970-01-01.
  static func text(_ wall: Int) -> String {
    let day = wall >= 0 ? wall / 86_400 : (wall - 86_399) / 86_400
    let date = CivilDay.date(of: day)
    let minutes = (wall - day * 86_400) / 60
    return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2)) "
      + "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// `2027-01-04T09:00:00Z`.
  static func instant(_ seconds: Int) -> String {
    text(seconds).replacing(" ", with: "T") + ":00Z"
  }

  func name(_ person: Int?) -> String? { person.map { proposal.people[$0].name } }

  /// One row per turn and layer [RFC 4180].
  package var csv: String {
    var writer = DelimitedWriter()
    writer.write(["turn", "layer", "site", "start", "end", "person", "shadow"])
    for turn in proposal.turns {
      for stretch in turn.shift.stretches {
        writer.write([
          .integer(turn.shift.turn + 1), .text(Self.name(ofLayer: turn.shift.layer)),
          .text(rota.sites[turn.shift.site].name), .text(Self.instant(stretch.start)),
          .text(Self.instant(stretch.end)), .text(name(turn.holder) ?? ""),
          .text(turn.shadows.compactMap(name).joined(separator: "; ")),
        ])
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The document for programs.
  package var json: JSONValue {
    header.document(
      "cadre.rota/1.0",
      [
        "team": .string(team), "from": .string(Self.instant(proposal.period.start)),
        "to": .string(Self.instant(proposal.period.end)), "layers": .integer(rota.layers),
        "coverage": .number(proposal.coverage), "open": .integer(proposal.openTurns),
        "restless": .integer(proposal.restless), "imbalance": .number(proposal.imbalance),
        "weights": [
          "night": .number(weights.night), "weekend": .number(weights.weekend),
          "laterLayers": .number(weights.laterLayers),
        ],
        "shifts": .array(
          proposal.turns.map { turn in
            [
              "turn": .integer(turn.shift.turn + 1), "layer": .integer(turn.shift.layer + 1),
              "site": .string(rota.sites[turn.shift.site].name),
              "stretches": .array(
                turn.shift.stretches.map {
                  [
                    "start": .string(Self.instant($0.start)), "end": .string(Self.instant($0.end)),
                  ]
                }),
              "person": .optional(name(turn.holder)),
              "shadows": .array(turn.shadows.compactMap(name).map(JSONValue.string)),
            ]
          }),
        "people": .array(
          zip(proposal.people, proposal.burdens).map { person, burden in
            [
              "name": .string(person.name), "site": .string(rota.sites[person.site].name),
              "shifts": .array(burden.shifts.map(JSONValue.integer)),
              "hours": .number(burden.hours.all), "nightHours": .number(burden.hours.night),
              "weekendHours": .number(burden.hours.weekend),
              "timeShare": .number(burden.share(of: proposal.period)),
              "nightsPerWeek": .number(nights(burden)), "load": .number(burden.load),
              "fairLoad": .number(burden.fairLoad), "shadowed": .integer(burden.shadowed),
              "restless": .integer(burden.restless),
            ]
          }),
      ])
  }
}
