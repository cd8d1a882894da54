import Organization
import Planning
import Reporting
import Simulation
import TerminalKit

/// The seats: those that are recommended, or those put together by hand, over the months.
struct PlanView {
  let explorer: Explorer

  func draw(on frame: inout Frame, in area: Area) {
    var area = area
    let words = Words(organization: explorer.organization, glyphs: frame.glyphs)
    for line in head(words) { frame.write(line, in: area.takeTop(1)) }
    _ = area.takeTop(1)
    let legend = area.takeBottom(1)
    drawTimeline(on: &frame, in: area, words)
    frame.write(
      [
        Piece("req ", .muted), Piece(Self.mark(.open, frame.glyphs), .warning),
        Piece("  new ", .muted), Piece(Self.mark(.ramping, frame.glyphs), .accent),
        Piece("  at full output ", .muted), Piece(Self.mark(.full, frame.glyphs), .good),
        Piece("  expected months, backfills not shown", .muted),
      ], in: legend)
  }

  // MARK: What it costs

  private func head(_ words: Words) -> [[Piece]] {
    guard explorer.variant.seats != nil else {
      let many = explorer.recommendedSeats?.count
      let found =
        many.map {
          $0 == 0
            ? "The plan that is recommended opens no seat."
            : "\(NumberText.count($0, "seat is", "seats are")) recommended; p plays them."
        } ?? "No plan has been found yet."
      return [
        [Piece("Backfills only are played. ", .heading), Piece(found)],
        [Piece("a adds a seat by hand, and the answer follows at once", .muted)],
      ]
    }
    let total = explorer.answer.total
    var first: [Piece] = [
      Piece(NumberText.count(explorer.seats.count, "seat", "seats"), .heading),
      Piece(" played: policy kept in "),
      Piece(words.percent(explorer.answer.kept.mean, decimals: 1), .emphasis),
      Piece(" of team-months at "), Piece(words.withError(total, words.money), .emphasis),
    ]
    if !explorer.locked.isEmpty {
      first.append(Piece(", \(explorer.locked.count) fixed", .warning))
    }
    return [first, deviation(words)]
  }

  /// What it costs to depart from the recommended plan.
  private func deviation(_ words: Words) -> [Piece] {
    guard let seats = explorer.recommendedSeats else {
      return [Piece("no plan to compare with has been found yet", .muted)]
    }
    if seats == explorer.seats { return [Piece("these are the recommended seats", .good)] }
    guard let best = explorer.scenes[explorer.variant(with: seats)] else {
      return [Piece("p plays the recommended seats, to compare with", .muted)]
    }
    let known = explorer.refinements[best.variant]?.answer
    // Like is compared with like: both of the recursion, or both of as many futures.
    let isSame = known?.basis == explorer.answer.basis
    let theirs = isSame ? known ?? best.answer : best.answer
    let ours = isSame ? explorer.answer : explorer.scene.answer
    let more = ours.total.mean - theirs.total.mean
    let kept = (ours.kept.mean - theirs.kept.mean) * 100
    let role: Role = more > 0 || kept < 0 ? .warning : .good
    return [
      Piece("beside the recommended seats: "),
      Piece("\(more >= 0 ? "+" : "-")\(words.money(abs(more)))", role),
      Piece(" in all, "),
      Piece("\(kept >= 0 ? "+" : "-")\(NumberText.fixed(abs(kept), decimals: 1)) points", role),
      Piece(" of policy kept", .plain),
      Piece(isSame ? "" : " (all at its mean)", .muted),
    ]
  }

  // MARK: Timeline

  private enum Stage { case open, ramping, full }

  private static func mark(_ stage: Stage, _ glyphs: GlyphSet) -> String {
    switch stage {
    case .open: glyphs.isUnicode ? "░" : "."
    case .ramping: glyphs.isUnicode ? "▒" : "+"
    case .full: glyphs.isUnicode ? "█" : "#"
    }
  }

  private func drawTimeline(on frame: inout Frame, in area: Area, _ words: Words) {
    let isByHand = explorer.variant.seats != nil
    let seats = isByHand ? explorer.seats : explorer.recommendedSeats ?? []
    var list = ListView(columns: [
      .init("opens"), .init("team"), .init("level"), .init("source", dropRank: 1),
      .init("until", dropRank: 4), .init("starts", dropRank: 3),
      .init("cost", right: true, dropRank: 2), .init(""),
    ])
    list.emptyText = "no seat"
    let months = explorer.organization.months
    let cells = max(1, min(months, area.width / 3))
    for (place, seat) in seats.enumerated() {
      let facts = explorer.facts(of: seat)
      let lock = explorer.locked.contains(place) && isByHand ? " fixed" : ""
      let source = explorer.sourceName(seat)
      let end = seat.endMonth.map { words.month(max(0, min(months, $0) - 1)) } ?? ""
      list.rows.append([
        Piece(words.month(seat.openMonth), .emphasis), Piece(words.team(seat.team)),
        Piece(words.level(seat.level) + lock, lock.isEmpty ? .plain : .warning),
        Piece(source.isEmpty ? "hire" : source, .muted), Piece(end, .muted),
        Piece(facts.map { words.month(min(months - 1, Int($0.start))) } ?? ""),
        Piece(facts.map { words.money($0.cost) } ?? ""),
        Piece(bar(seat, facts, cells: cells, months: months, frame.glyphs), .accent),
      ])
    }
    list.selected = isByHand && !seats.isEmpty ? explorer.cursorRow : nil
    list.hasFocus = explorer.focus == .main
    list.draw(on: &frame, in: area)
  }

  private func bar(
    _ seat: Seat, _ facts: SeatStory?, cells: Int, months: Int, _ glyphs: GlyphSet
  ) -> String {
    guard let facts else { return "" }
    return (0..<cells).map { cell -> String in
      let month = (Double(cell) + 0.5) * Double(months) / Double(cells)
      if month < Double(seat.openMonth) { return String(glyphs.missing) }
      if let end = seat.endMonth, month >= Double(end) { return String(glyphs.missing) }
      if month < facts.start { return Self.mark(.open, glyphs) }
      return Self.mark(month < facts.ready ? .ramping : .full, glyphs)
    }.joined()
  }
}

/// When somebody in a seat starts, and is ready.
struct SeatStory: Hashable, Sendable {
  /// In months of the plan.
  var start: Double
  var ready: Double
  var cost: Double
}

extension Explorer {
  /// The variant that is explored, with other seats.
  func variant(with seats: [Seat]) -> Variant {
    var other = variant
    other.seats = seats
    return other
  }

  /// When a seat is filled, as the plan's own report has it where it knows the seat.
  func facts(of seat: Seat) -> SeatStory? {
    if let known = refinement.recommendation?.seats.first(where: { $0.seat == seat }) {
      return SeatStory(start: known.startMonth, ready: known.readyMonth, cost: known.cost)
    }
    guard organization.teams.indices.contains(seat.team),
      organization.levels.indices.contains(seat.level)
    else { return nil }
    let start = PlanCost.startMonth(of: seat, in: scene.model)
    let ramp: Double =
      switch seat.source {
      case .inHouse: scene.model.terms(of: seat.level, isHire: true, in: seat.team).rampMonths
      case .partner(let partner):
        organization.partners.indices.contains(partner)
          ? organization.partners[partner].rampMonths.mean : 0
      }
    return SeatStory(
      start: start, ready: start + ramp, cost: PlanCost.total(of: seat, in: scene.model))
  }
}
