import DelimitedText
import Organization
import Planning
import Reporting
import Simulation
import TerminalKit

extension Explorer {
  /// What the screen shows, as text without colours, as tall as it takes.
  var exportedText: String {
    var whole = self
    whole.overlay = nil
    whole.message = nil
    whole.focus = .main
    whole.scroll = [:]
    whole.size = (Self.exportWidth, Self.exportHeight)
    let frame = whole.frame(width: Self.exportWidth, height: Self.exportHeight, glyphs: .blocks)
    var area = frame.surface.area
    _ = area.takeBottom(2)
    var lines = frame.surface.text.split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast(3).map(String.init)
    lines.remove(at: 1)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Narrower than where the levers would stand beside it.
  private static let exportWidth = 117
  private static let exportHeight = 200

  /// The same in the form that the name of a file asks for.
  func exportedText(for name: String) -> String {
    if screen == .teams, openTeam == nil, name.hasSuffix(".csv") { return teamsCSV }
    if screen == .plan, name.hasSuffix(".json") { return planDocument }
    if name.hasSuffix(".md") { return "```text\n\(exportedText)```\n" }
    return exportedText
  }

  var exportName: String {
    switch screen {
    case .teams: openTeam == nil ? "teams.csv" : "team.txt"
    case .plan: "plan.json"
    case .overview, .traffic, .why, .scenarios: "\(screen.title.lowercased()).txt"
    }
  }

  private var teamsCSV: String {
    var writer = DelimitedWriter()
    writer.write([
      "team", "people_first", "people_last", "coverage_worst", "coverage_1_in_10",
      "senior_coverage_worst", "pages_per_shift", "nights_per_week", "burned_out", "breaks_from",
      "limit",
    ])
    for row in teamRows {
      let numbers: [Double?] = [
        row.people.first, row.people.last, row.worst, row.rare, row.seniors, row.pagesPerShift,
        row.nights, row.burnout.mean,
      ]
      writer.write(
        [organization.teams[row.index].id] + numbers.map { $0.map { "\($0)" } ?? "" } + [
          row.broken.map { (organization.start + $0.month).description } ?? "",
          row.broken?.limit.rawValue ?? "",
        ])
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The seats as a plan that `simulate --plan` reads.
  var planDocument: String {
    let shown = (variant.seats ?? recommendedSeats ?? []).filter(isPossible)
    let ids = SeatID.all(of: shown, in: organization)
    let seats = zip(shown, ids).map { seat, id -> JSONValue in
      [
        "id": .string(id), "team": .string(organization.teams[seat.team].id),
        "level": .string(organization.levels[seat.level].id),
        "source": .string(seat.source.isPartner ? "partner" : "in-house"),
        "partner": partner(of: seat).map { .string($0) } ?? .null,
        "open": .string((organization.start + seat.openMonth).description),
        "end": seat.endMonth.map { .string((organization.start + ($0 - 1)).description) } ?? .null,
      ]
    }
    let header = RunHeader(generator: "cadre explore", seed: seed, inputs: [])
    return header.document(
      "cadre.plan/1.0",
      [
        "seats": .array(seats),
        "recommendation": ["strategy": .string(variant.seats == nil ? "recommended" : "by-hand")],
      ]
    ).prettyText
  }

  /// Whether a seat is of teams, levels and partners that the scenario has.
  private func isPossible(_ seat: Seat) -> Bool {
    guard organization.teams.indices.contains(seat.team),
      organization.levels.indices.contains(seat.level), seat.openMonth < organization.months
    else { return false }
    switch seat.source {
    case .inHouse: return true
    case .partner(let index): return organization.partners.indices.contains(index)
    }
  }

  private func partner(of seat: Seat) -> String? {
    switch seat.source {
    case .inHouse: nil
    case .partner(let index): organization.partners[index].id
    }
  }

  // MARK: As a command

  /// Why no command prints the numbers of the screen.
  var commandObstacle: String? {
    if screen == .scenarios, !arePlayed {
      return "futures of all scenarios are still being played"
    }
    if case .means = answer.basis, screen != .traffic {
      return "the first futures are still being played; no command prints what is at its mean"
    }
    if variant.seats != nil, exportedPlan?.seats != variant.seats {
      return "seats by hand stand in no file yet: export the plan first (4, then e)"
    }
    return nil
  }

  /// The command that prints the numbers of the screen.
  var commandLine: String? {
    switch screen {
    case .traffic:
      guard organization.drivers.indices.contains(trafficDriver) else { return nil }
      return shell(
        ["forecast"] + named(variant) + ["--driver", organization.drivers[trafficDriver].id])
    case .teams, .why, .plan: return simulating
    case .scenarios: return draft.variants.compactMap(simulating).joined(separator: "\n")
    case .overview:
      guard let simulating, refinement.recommendation != nil, variant.seats == nil else {
        return self.simulating
      }
      return simulating + "\n" + planning
    }
  }

  private var simulating: String? { simulating(variant) }

  private func simulating(_ variant: Variant) -> String? {
    guard case .futures(let count)? = refinements[variant]?.answer?.basis else { return nil }
    var words = ["simulate"] + named(variant)
    if let seats = variant.seats {
      guard let exportedPlan, exportedPlan.seats == seats else { return nil }
      words += ["--plan", exportedPlan.name]
    }
    return shell(words + ["--replications", "\(count)"])
  }

  private var planning: String {
    let kept = SeatID.all(of: refinement.kept.filter(isPossible), in: organization).flatMap {
      ["--lock", $0]
    }
    return shell(["plan"] + named(variant) + (refinement.isQuick ? ["--quick"] : kept))
  }

  /// The model as a command names it.
  private func named(_ variant: Variant) -> [String] {
    var words = [modelPath]
    if variant.origin != "base" { words += ["--scenario", variant.origin] }
    for setting in variant.settings { words += ["--set", setting.text] }
    if let months { words += ["--months", "\(months)"] }
    return words + ["--seed", "\(seed)"]
  }

  private func shell(_ words: [String]) -> String {
    (["cadre"] + words).map(Self.quoted).joined(separator: " ")
  }

  /// A word as a shell takes it back.
  static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "-_./=,:@%+".utf8.contains(byte)
    }
    return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
