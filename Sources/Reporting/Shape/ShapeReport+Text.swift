import Organization
import Planning
import Simulation

extension ShapeReport {
  package func text(_ style: TextStyle) -> String {
    let months = organization.start + (organization.months - 1)
    let title =
      style.ink(.heading, SafeText.terminal(organization.name)) + "\n"
      + style.ink(
        .muted,
        "\(organization.start) to \(months), scenario \(SafeText.terminal(organization.scenario))")
      + "\n"
    return [title, tried(style), built(style), notTried(style)].filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  // MARK: What it does

  private func tried(_ style: TextStyle) -> String {
    guard !outcome.tried.isEmpty else {
      return lines("No other shape of teams is worth trying: no threshold is passed.", style)
    }
    var table = TextTable(columns: [
      .init("change", mayShrink: true), .init(""), .init("cost, \(organization.currency)", .right),
      .init("coverage", .right), .init("burnout", .right), .init("on call", .right),
      .init("pages", .right, dropRank: 2), .init("slip", .right, dropRank: 1),
      .init("leavers", .right, dropRank: 3),
    ])
    table.add([
      .init("as it is", .muted), "", money(outcome[.cost].mean),
      .init(NumberText.percent(outcome[.coverage].mean, decimals: 1)),
      .init(NumberText.percent(outcome[.burnout].mean, decimals: 1)),
      .init(NumberText.percent(outcome[.onCall].mean, decimals: 1)),
      .init(NumberText.fixed(outcome[.pages].mean, decimals: 2)),
      .init(NumberText.fixed(outcome[.slip].mean, decimals: 1)),
      .init(NumberText.fixed(outcome[.leavers].mean, decimals: 1)),
    ])
    for tried in outcome.tried {
      table.add([
        .init(tried.proposal.change.words(in: organization)),
        .init(tried.verdict.name, role(of: tried.verdict)), cost(tried, style),
        points(tried, .coverage), points(tried, .burnout), points(tried, .onCall),
        number(tried, .pages, decimals: 2), number(tried, .slip, decimals: 1),
        number(tried, .leavers, decimals: 1),
      ])
    }
    let futures = NumberText.grouped(outcome.futures)
    return style.ink(.heading, "Tried in \(futures) futures on the same luck") + "\n"
      + table.text(style, indent: 2)
      + lines(
        "first row: teams as they are; below: change, of shares in points, cost with twice its "
          + "standard error; cost: what is not done included; on call: of those who take turns; "
          + "pages: a month and person; slip: months of roadmap; gain: cheaper beyond chance, "
          + "with no worse coverage or burnout", style)
  }

  private func role(of verdict: TriedShape.Verdict) -> TextRole {
    switch verdict {
    case .gain: .good
    case .tradeOff: .warning
    case .noGain: .muted
    }
  }

  private func role(_ tried: TriedShape, _ figure: ShapeFigure) -> TextRole? {
    tried.isBetter(figure) ? .good : tried.isWorse(figure) ? .bad : nil
  }

  private func money(_ amount: Double) -> TextTable.Cell {
    .init(NumberText.short(amount))
  }

  private func signed(_ value: Double, decimals: Int) -> String {
    let text = NumberText.fixed(value, decimals: decimals)
    return value > 0 && text.contains { "123456789".contains($0) } ? "+\(text)" : text
  }

  private func cost(_ tried: TriedShape, _ style: TextStyle) -> TextTable.Cell {
    let cost = tried[.cost]
    let amount = NumberText.short(cost.mean)
    let error = NumberText.short(2 * (cost.standardError ?? 0))
    return .init(
      "\(cost.mean > 0 ? "+" : "")\(amount) \(style.glyphs.plusMinus) \(error)",
      role(tried, .cost))
  }

  private func points(_ tried: TriedShape, _ figure: ShapeFigure) -> TextTable.Cell {
    .init(signed(tried[figure].mean * 100, decimals: 1), role(tried, figure))
  }

  private func number(
    _ tried: TriedShape, _ figure: ShapeFigure, decimals: Int
  ) -> TextTable.Cell {
    .init(signed(tried[figure].mean, decimals: decimals), role(tried, figure))
  }

  // MARK: How it is made

  private func built(_ style: TextStyle) -> String {
    guard !outcome.tried.isEmpty else { return "" }
    return style.ink(.heading, "Why, and how") + "\n"
      + outcome.tried.map { tried in
        let words = SafeText.terminal(tried.proposal.change.words(in: organization))
        let reasons = tried.proposal.reasons.map { "\($0.words) (\($0.citation))" }
        return "  \(style.ink(.emphasis, words))\n"
          + lines((reasons + how(tried.proposal)).joined(separator: "; "), style, indent: 4)
      }.joined()
  }

  private func how(_ proposal: ShapeProposal) -> [String] {
    switch proposal.change {
    case .split, .merge:
      return proposal.teams.map { team in
        let built = proposal.organization.teams[team]
        let services = services(of: team, in: proposal.organization)
        let seats = proposal.organization.partners.flatMap(\.engaged)
          .filter { $0.team == team }.reduce(0) { $0 + $1.count }
        return "\(built.id): \(people(built))"
          + (seats > 0 ? " and \(NumberText.count(seats, "partner seat", "partner seats"))" : "")
          + " with " + (services.isEmpty ? "no service" : services.joined(separator: ", "))
      }
    case .found(_, let isHired):
      let served = proposal.teams.first.flatMap {
        proposal.organization.teams[$0].help?.teams.count
      }
      let whom = "serves \(NumberText.count(served ?? 0, "team", "teams"))"
      guard !isHired else {
        let seats = NumberText.count(proposal.staffing.seats.count, "new seat", "new seats")
        return ["\(seats), opened in the first month; \(whom)"]
      }
      let given = proposal.given.sorted { $0.key < $1.key }.map {
        "\($0.value) from \(organization.teams[$0.key].id)"
      }
      return ["\(given.joined(separator: ", ")), who leave their rotas and what they did; \(whom)"]
    }
  }

  private func people(_ team: Team) -> String {
    organization.levels.indices.compactMap { level in
      let count = team.members.reduce(0) { $0 + ($1.level == level ? 1 : 0) }
      return count > 0 ? "\(count) \(organization.levels[level].id)" : nil
    }.joined(separator: ", ")
  }

  // MARK: What was left out

  private static let mostNotes = 12

  private func notTried(_ style: TextStyle) -> String {
    guard !outcome.notes.isEmpty else { return "" }
    return style.ink(.heading, "Not tried") + "\n"
      + outcome.notes.prefix(Self.mostNotes).map { lines($0, style) }.joined()
      + (outcome.notes.count > Self.mostNotes
        ? lines("and \(outcome.notes.count - Self.mostNotes) more; --format json has all", style)
        : "")
  }

  private func lines(_ text: String, _ style: TextStyle, indent: Int = 2) -> String {
    let margin = String(repeating: " ", count: indent)
    return TextWrap.lines(SafeText.terminal(text), width: max(20, style.width - indent)).map {
      style.ink(.muted, margin + $0) + "\n"
    }.joined()
  }
}
