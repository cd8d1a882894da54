import Organization
import Planning
import Reporting
import Simulation
import TerminalKit

/// One team: its people, its pager, its services, and what breaks.
struct TeamView {
  let explorer: Explorer
  let team: Int

  func draw(on frame: inout Frame, in area: Area) {
    let lines = lines(width: area.width, glyphs: frame.glyphs)
    ScrolledText(lines: lines, scroll: explorer.scroll[.teams] ?? 0).draw(on: &frame, in: area)
  }

  /// All lines, of which as many are shown as fit.
  func lines(width: Int, glyphs: GlyphSet) -> [[Piece]] {
    let words = Words(organization: explorer.organization, glyphs: glyphs)
    return title(words) + broken(words, width) + load(words, width) + people(words, width)
      + exposure(words) + pager(words, width) + services(words, width) + remedies(words, width)
  }

  private var subject: Team { explorer.organization.teams[team] }
  private var course: Trajectory { explorer.scene.course }
  private var found: Answer.Team { explorer.answer.teams[team] }

  private func title(_ words: Words) -> [[Piece]] {
    let seats = explorer.seats.count { $0.team == team }
    let extra = seats > 0 ? ", \(NumberText.count(seats, "seat", "seats")) of the plan" : ""
    return [
      [
        Piece(words.team(team), .heading),
        Piece("  \(subject.kind.rawValue) team of \(subject.members.count)\(extra)", .muted),
      ]
    ]
  }

  // MARK: Limits

  private func broken(_ words: Words, _ width: Int) -> [[Piece]] {
    let troubles = found.troubles.sorted {
      ($0.firstMonth, $0.limit.name) < ($1.firstMonth, $1.limit.name)
    }
    guard !troubles.isEmpty else {
      return [[], [Piece("\(words.glyphs.good) It keeps every limit as often as wanted", .good)]]
    }
    var lines: [[Piece]] = [[], [Piece("Limits broken too often", .heading)]]
    let isMeans = explorer.answer.basis == .means
    for trouble in troubles {
      let often =
        isMeans
        ? ""
        : ", in \(words.percent(trouble.chance)) of futures in \(words.month(trouble.worstMonth))"
      lines.append([
        Piece("  \(words.glyphs.bad) ", .bad), Piece(trouble.limit.name, .emphasis),
        Piece(" from \(words.month(trouble.firstMonth))"), Piece(often, .muted),
      ])
      if let citation = trouble.limit.citation(in: explorer.organization) {
        lines += wrapped("limit: \(citation)", width, indent: 6)
      }
    }
    return lines
  }

  // MARK: Months

  private func load(_ words: Words, _ width: Int) -> [[Piece]] {
    var lines: [[Piece]] = [[], [Piece("Month by month", .heading)]]
    func row(
      _ name: String, _ values: [Double], _ range: ClosedRange<Double>, _ text: (Double) -> String
    ) {
      guard let first = values.first, let last = values.last else { return }
      let label = name + String(repeating: " ", count: max(1, 16 - name.count))
      lines.append([
        Piece("  \(label)", .muted), Piece(words.glyphs.sparkline(values, in: range), .accent),
        Piece("  \(text(first)) \(words.glyphs.arrow) \(text(last))"),
      ])
    }
    row("coverage", found.coverage.map(\.typical), 0.5...1) { words.percent($0) }
    row("senior coverage", found.seniorCoverage.map(\.typical), 0.5...1) { words.percent($0) }
    row("burned out", found.burnout.map(\.mean), 0...0.6) { words.percent($0) }
    let pages = found.pages.map(\.mean)
    row("pages a month", pages, 0...max(1, pages.max() ?? 1)) { NumberText.plain($0, decimals: 1) }
    let people = found.people.map(\.mean)
    row("people", people, 0...max(1, people.max() ?? 1)) { NumberText.plain($0, decimals: 1) }
    return lines
  }

  private func people(_ words: Words, _ width: Int) -> [[Piece]] {
    let months = explorer.organization.months
    let marks = [0, months / 2, months - 1]
    var lines: [[Piece]] = [
      [], [Piece("People by standing, with all at its mean", .heading)],
      [
        Piece(
          "  " + pad("", 16) + marks.map { pad(words.month($0), 10) }.joined(), .muted)
      ],
    ]
    func row(_ name: String, _ value: (TeamMonth) -> Double) {
      let values = marks.map { value(course[team: team, month: $0]) }
      guard values.contains(where: { $0 > 0.005 }) else { return }
      lines.append([
        Piece("  \(pad(name, 16))", .muted),
        Piece(values.map { pad(NumberText.plain($0, decimals: 1), 10) }.joined()),
      ])
    }
    for standing in Standing.allCases {
      row(standing.name) { $0.headcount[standing] }
    }
    row("partner seats") { $0.partnerSeats }
    row("still in ramp") { $0.newcomers }
    row("call-ready") { $0.callReady }
    row("open reqs") { $0.openRequisitions }
    return lines
  }

  /// Newcomers by what they are trusted with, as a brief tells it for the team's most common level.
  private func exposure(_ words: Words) -> [[Piece]] {
    let byLevel = Dictionary(grouping: subject.members, by: \.level).mapValues(\.count)
    let common = byLevel.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    guard let level = common else { return [] }
    let steps = ExposurePlan(
      Seat(team: team, level: level, source: .inHouse, openMonth: 0), start: 0,
      in: explorer.scene.model
    ).steps
    let months = explorer.organization.months
    let marks = [0, months / 2, months - 1]
    func trusted(_ place: Int, in month: Int) -> Double {
      let end = place + 1 < steps.count ? steps[place + 1].month : .infinity
      let ages = steps[place].month..<max(steps[place].month, end)
      let before = subject.members.count { member in
        member.tenureMonths.map { ages.contains(Double($0 + month)) } ?? false
      }
      return (0...month).reduce(Double(before)) { sum, start in
        sum + (ages.contains(Double(month - start)) ? course[team: team, month: start].starters : 0)
      }
    }
    // Whoever owns a core service is new no more.
    let rows = steps.indices.dropLast().map { place in
      (steps[place].exposure.name, marks.map { trusted(place, in: $0) })
    }.filter { $0.1.contains { $0 > 0.005 } }
    guard !rows.isEmpty else { return [] }
    let width = rows.map { TextWidth.of($0.0) }.max() ?? 0
    let heading = "Newcomers by what they may do, with all at its mean, leavers not taken out"
    return [
      [], [Piece(heading, .heading)],
      [Piece("  " + pad("", width + 2) + marks.map { pad(words.month($0), 10) }.joined(), .muted)],
    ]
      + rows.map { name, values in
        [
          Piece("  \(pad(name, width + 2))", .muted),
          Piece(values.map { pad(NumberText.plain($0, decimals: 1), 10) }.joined()),
        ]
      }
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - TextWidth.of(text)))
  }

  // MARK: Pager and services

  private func pager(_ words: Words, _ width: Int) -> [[Piece]] {
    guard let rota = subject.rota else { return [[], [Piece("Nobody of it is on call", .muted)]] }
    let sites = rota.sites.map { SafeText.terminal($0.name) }.joined(separator: ", ")
    let months = found.judged(from: explorer.answer.firstMonth)
    let worst = months.map { course[team: team, month: $0] }
    func most(_ value: (TeamMonth) -> Double) -> String {
      NumberText.plain(worst.map(value).max() ?? 0, decimals: 1)
    }
    let share = worst.map(\.onCallShare).max() ?? 0
    return [
      [], [Piece("Pager", .heading)],
      [
        Piece(
          "  \(NumberText.count(rota.layers, "person", "people")) on call at once, shifts of "
            + "\(NumberText.plain(rota.shiftHours)) h, from \(sites)")
      ],
      [
        Piece(
          "  at worst \(words.percent(share)) of the time on call; nights a week "
            + "\(most(\.nightsPerWeek)), pages in 12 hours \(most(\.pagesPer12Hours))")
      ],
    ]
  }

  private func services(_ words: Words, _ width: Int) -> [[Piece]] {
    let owned = explorer.organization.services.indices.filter {
      explorer.organization.services[$0].owningTeams.contains(team)
    }
    guard !owned.isEmpty else { return [[], [Piece("It owns no service", .muted)]] }
    var lines: [[Piece]] = [
      [], [Piece(NumberText.count(owned.count, "service", "services"), .heading)],
    ]
    let name = min(28, owned.map { TextWidth.of(explorer.organization.services[$0].id) }.max() ?? 0)
    for index in owned.sorted(by: { tier($0) < tier($1) }) {
      let service = explorer.organization.services[index]
      let pages = course.pages(ofService: index)
      let text = TextWidth.clipped(
        SafeText.terminal(service.id), to: name, ellipsis: words.glyphs.ellipsis)
      lines.append([
        Piece("  \(pad(text, name))"), Piece("  tier \(service.tier)", .muted),
        Piece(
          "  \(NumberText.plain(pages.first ?? 0, decimals: 1)) \(words.glyphs.arrow) "
            + "\(NumberText.plain(pages.last ?? 0, decimals: 1)) pages a month"),
        Piece("  headroom x\(NumberText.plain(service.headroom.likely, decimals: 1))", .muted),
      ])
    }
    return lines
  }

  private func tier(_ service: Int) -> Int { explorer.organization.services[service].tier }

  // MARK: Remedies

  private func remedies(_ words: Words, _ width: Int) -> [[Piece]] {
    guard let found = explorer.refinement.recommendation else { return [] }
    let seats = found.seats.filter { $0.seat.team == team }
    var lines: [[Piece]] = [[], [Piece("Seats that the recommended plan opens here", .heading)]]
    // Seats of one kind and month are one line.
    var alike = [(first: PlannedSeat, count: Int, cost: Double)]()
    for planned in seats {
      let seat = planned.seat
      let place = alike.firstIndex {
        ($0.first.seat.openMonth, $0.first.seat.level) == (seat.openMonth, seat.level)
          && $0.first.seat.source == seat.source
      }
      if let place {
        alike[place].count += 1
        alike[place].cost += planned.cost
      } else {
        alike.append((planned, 1, planned.cost))
      }
    }
    for group in alike {
      let seat = group.first.seat
      let source = explorer.sourceName(seat)
      lines.append([
        Piece("  \(words.month(seat.openMonth))  ", .emphasis),
        Piece(
          (source.isEmpty ? "open " : "rent ") + "\(group.count) \(words.level(seat.level))"
            + (source.isEmpty ? "" : " from \(source)") + ", \(words.money(group.cost))"),
      ])
    }
    if seats.isEmpty {
      lines.append([Piece("  none", .muted)])
    }
    let levers = explorer.refinement.words.levers
    let table = levers.indices.contains(team) ? words.lines(levers[team], width: width) : []
    return lines + (table.isEmpty ? [] : [[]])
      + table.enumerated().map { index, line in
        [Piece(line, index == 0 ? .heading : .plain)]
      }
  }

  private func wrapped(_ text: String, _ width: Int, indent: Int) -> [[Piece]] {
    let margin = String(repeating: " ", count: indent)
    return TextWrap.lines(SafeText.terminal(text), width: max(20, width - indent)).map {
      [Piece(margin + $0, .muted)]
    }
  }
}
