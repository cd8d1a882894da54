import Planning
import Reporting
import Simulation
import TerminalKit

/// The answer on one screen: what happens, what to do about it, and what comes first.
struct OverviewView {
  let explorer: Explorer

  func draw(on frame: inout Frame, in area: Area) {
    let lines = lines(width: area.width, glyphs: frame.glyphs)
    ScrolledText(lines: lines, scroll: explorer.scroll[.overview] ?? 0).draw(on: &frame, in: area)
  }

  /// All lines, of which as many are shown as fit.
  func lines(width: Int, glyphs: GlyphSet) -> [[Piece]] {
    let words = Words(organization: explorer.organization, glyphs: glyphs)
    return answer(words, width) + [[]] + teams(words, width) + [[]] + recommendation(words, width)
      + decisions(words, width)
  }

  private var answer: Answer { explorer.answer }

  // MARK: What happens

  private func answer(_ words: Words, _ width: Int) -> [[Piece]] {
    let plan = explorer.variant.seats == nil ? "Backfills only" : "With the seats played"
    let total = answer.total
    let known =
      total.low == nil
      ? "  with everything at its mean" : "  mean with its error, and 10-90 % of futures"
    var lines: [[Piece]] = [[Piece(plan, .heading), Piece(known, .muted)]]
    func row(_ name: String, _ pieces: [Piece]) {
      let label = name + String(repeating: " ", count: max(1, 24 - TextWidth.of(name)))
      lines.append([Piece("  \(label)", .muted)] + pieces)
    }
    let before = explorer.answerBefore
    func was(_ text: (Answer) -> String?) -> [Piece] {
      guard let words = before.flatMap(text) else { return [] }
      return [Piece("  was \(words)", .accent)]
    }
    let kept = answer.kept
    row(
      "team-months kept",
      [
        Piece(words.withError(kept) { words.percent($0, decimals: 1) }, role(ofKept: kept.mean))
      ] + was { words.percent($0.kept.mean, decimals: 1) } + [
        Piece(spread(kept, words) { words.percent($0) }, .muted)
      ])
    if let wanted = answer.keptAsWanted {
      row(
        "as often as wanted",
        [
          Piece(words.percent(wanted), role(ofKept: wanted))
        ] + was { $0.keptAsWanted.map { words.percent($0) } } + [
          Piece("  of team-months", .muted)
        ])
    }
    row(
      "cost in all",
      [
        Piece(words.withError(total, words.money), .emphasis)
      ] + was { words.money($0.total.mean) } + [
        Piece(spread(total, words, words.money), .muted)
      ])
    func undone(_ answer: Answer) -> String {
      words.money(
        [FutureFigure.shortage, .slip].compactMap { answer.costs[$0]?.mean }.reduce(0, +))
    }
    row(
      "of it work undone",
      [Piece(undone(answer))] + was(undone) + [Piece("  at the prices of the model", .muted)])
    // Of the team that comes to most, whichever that is.
    func burnedOut(_ answer: Answer) -> (team: Int, share: Double)? {
      answer.teams.indices.map { ($0, answer.teams[$0].worstBurnout(from: answer.firstMonth).mean) }
        .max { $0.1 < $1.1 }
    }
    if let most = burnedOut(answer) {
      row(
        "most burned out",
        [
          Piece(words.percent(most.share), words.burnoutRole(most.share))
        ] + was { burnedOut($0).map { words.percent($0.share) } } + [
          Piece("  at \(words.team(most.team)) in its worst month", .muted)
        ])
    }
    return lines
  }

  private func spread(
    _ figure: Figure, _ words: Words, _ text: (Double) -> String
  ) -> String {
    let spread = words.spread(figure, text)
    return spread.isEmpty ? "" : "   \(spread)"
  }

  private func role(ofKept share: Double) -> Role {
    share >= 0.9 ? .good : share >= 0.6 ? .warning : .bad
  }

  // MARK: Teams

  private static let mostTeams = 5

  private func teams(_ words: Words, _ width: Int) -> [[Piece]] {
    let broken = answer.teams.indices.compactMap { team in
      answer.teams[team].broken.map { (team: team, month: $0.month, limit: $0.limit) }
    }.sorted { ($0.month, $0.team) < ($1.month, $1.team) }
    guard !broken.isEmpty else {
      return [[Piece("\(words.glyphs.good) Every team keeps the policy as often as wanted", .good)]]
    }
    let many = NumberText.count(broken.count, "team breaks", "teams break")
    var lines = [[Piece("\(many) the policy, the earliest first", .heading)]]
    let name = broken.map { TextWidth.of(words.team($0.team)) }.max() ?? 0
    for found in broken.prefix(Self.mostTeams) {
      let team = words.team(found.team)
      let padding = String(repeating: " ", count: name - TextWidth.of(team))
      let trouble = answer.teams[found.team].troubles.first { $0.limit == found.limit }
      let chance =
        answer.basis == .means
        ? "" : trouble.map { ", in \(words.percent($0.chance)) of futures at worst" }
      lines.append([
        Piece("  \(words.glyphs.bad) ", .bad), Piece(team + padding, .emphasis),
        Piece("  from \(words.month(found.month))  \(found.limit.name)"),
        Piece(chance ?? "", .muted),
      ])
    }
    if broken.count > Self.mostTeams {
      lines.append([Piece("    and \(broken.count - Self.mostTeams) more; 2 shows all", .muted)])
    }
    return lines
  }

  // MARK: What to do

  private func recommendation(_ words: Words, _ width: Int) -> [[Piece]] {
    guard let found = explorer.refinement.recommendation else {
      return [
        [Piece("Recommendation", .heading)],
        [Piece("  being searched; it comes after the first futures", .muted)],
      ]
    }
    let text = words.lines(explorer.refinement.words.answer, width: width)
    var lines = text.prefix(1).map { [Piece($0, .heading)] }
    let chance =
      found.probabilityOfBest.indices.contains(found.best)
      ? found.probabilityOfBest[found.best] : 0
    lines.append([
      Piece("  best in \(words.percent(chance)) of "),
      Piece(found.futures == nil ? "courses of traffic" : "futures"),
      Piece(
        explorer.refinement.isQuick
          ? "; a quick plan of the heuristic, o optimises" : "; found by the optimiser", .muted),
    ])
    return lines + text.dropFirst().map { [Piece($0)] }
  }

  private static let mostDecisions = 6

  private func decisions(_ words: Words, _ width: Int) -> [[Piece]] {
    guard let seats = explorer.refinement.recommendation?.seats, !seats.isEmpty else { return [] }
    var lines: [[Piece]] = [[], [Piece("Next decisions", .heading)]]
    for planned in seats.prefix(Self.mostDecisions) {
      let seat = planned.seat
      let source = explorer.sourceName(seat)
      lines.append([
        Piece("  \(words.month(seat.openMonth))", .emphasis),
        Piece("  \(source.isEmpty ? "open" : "rent") a \(words.level(seat.level)) for "),
        Piece(words.team(seat.team), .emphasis), Piece(source.isEmpty ? "" : " from \(source)"),
        Piece(planned.reason.map { "; without: \($0.limit.name) broken" } ?? "", .muted),
      ])
    }
    let left = seats.count - Self.mostDecisions
    if left > 0 {
      lines.append([Piece("  and \(left) more seats; p plays them, 4 shows them", .muted)])
    }
    return lines
  }
}
