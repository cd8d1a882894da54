import Organization
import Planning
import Simulation

extension ShapeReport {
  package var page: Page {
    let end = organization.start + (organization.months - 1)
    return Page(
      organization.name,
      subtitles: ["\(organization.start) to \(end), scenario \(organization.scenario)"],
      tried + built + notTried)
  }

  // MARK: What it does

  private var tried: [Page.Block] {
    guard !outcome.tried.isEmpty else {
      return [.note("No other shape of teams is worth trying: no threshold is passed.")]
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
        .init(tried.verdict.name, role(of: tried.verdict)), cost(tried),
        points(tried, .coverage), points(tried, .burnout), points(tried, .onCall),
        number(tried, .pages, decimals: 2), number(tried, .slip, decimals: 1),
        number(tried, .leavers, decimals: 1),
      ])
    }
    let futures = NumberText.grouped(outcome.futures)
    return [
      .heading("Tried in \(futures) futures on the same luck"), .table(table),
      .note(
        "first row: teams as they are; below: change, of shares in points, cost with twice its "
          + "standard error; cost: what is not done included; on call: of those who take turns; "
          + "pages: a month and person; slip: months of roadmap; gain: cheaper beyond chance, "
          + "with no worse coverage or burnout"),
    ]
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

  private func cost(_ tried: TriedShape) -> TextTable.Cell {
    let cost = tried[.cost]
    let amount = NumberText.short(cost.mean)
    let error = NumberText.short(2 * (cost.standardError ?? 0))
    return .init(
      "\(cost.mean > 0 ? "+" : "")\(amount) ± \(error)",
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

  private var built: [Page.Block] {
    guard !outcome.tried.isEmpty else { return [] }
    return [.heading("Why, and how")]
      + outcome.tried.flatMap { tried -> [Page.Block] in
        let reasons = tried.proposal.reasons.map { "\($0.words) (\($0.citation))" }
        return [
          .subheading(tried.proposal.change.words(in: organization)),
          .note((reasons + how(tried.proposal)).joined(separator: "; ")),
        ]
      }
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

  private var notTried: [Page.Block] {
    guard !outcome.notes.isEmpty else { return [] }
    let left = outcome.notes.count - Self.mostNotes
    return [.heading("Not tried")] + outcome.notes.prefix(Self.mostNotes).map { .note($0) }
      + (left > 0 ? [.note("and \(left) more; --format json has all")] : [])
  }
}
