import Organization
import Reporting
package import TerminalKit

extension Explorer {
  /// Below this nothing useful fits.
  static let least = (width: 60, height: 15)

  /// The screen as it is now.
  ///
  /// - Returns: cells with roles; nothing of it depends on a terminal.
  package func render(width: Int, height: Int, glyphs: GlyphSet) -> Surface {
    frame(width: width, height: height, glyphs: glyphs).surface
  }

  func frame(width: Int, height: Int, glyphs: GlyphSet) -> Frame {
    var frame = Frame(width: width, height: height, glyphs: glyphs)
    guard width >= Self.least.width, height >= Self.least.height else {
      let least = "\(Self.least.width)x\(Self.least.height)"
      frame.write("cadre needs \(least) cells,", in: frame.surface.area)
      frame.write("this is \(width)x\(height); q quits", in: frame.surface.area, row: 1)
      return frame
    }
    var area = frame.surface.area
    drawTitle(on: &frame, in: area.takeTop(1))
    drawTabs(on: &frame, in: area.takeTop(1))
    let footer = area.takeBottom(1)
    let status = area.takeBottom(1)
    frame.rule("", in: area.takeTop(1))
    if hasPanel {
      let panel = area.takeRight(panelWidth)
      drawDivider(on: &frame, left: panel)
      var inside = panel
      _ = inside.takeLeft(2)
      frame.targets.append(.init(area: panel, action: .levers))
      LeverPanel(explorer: self).draw(on: &frame, in: inside)
    }
    frame.targets.append(.init(area: area, action: .main))
    drawMain(on: &frame, in: area.inset(columns: 1))
    drawStatus(on: &frame, in: status)
    drawFooter(on: &frame, in: footer)
    drawOverlay(on: &frame)
    return frame
  }

  // MARK: Layout

  /// Whether the levers stand beside the screen; where there is little room only while they are used.
  var hasPanel: Bool { focus == .levers || size.width >= Self.roomForBoth }

  private static let roomForBoth = 118

  private var panelWidth: Int { size.width >= Self.roomForBoth ? 46 : max(30, size.width / 2 - 1) }

  /// Lines of the main part.
  var mainHeight: Int { max(1, size.height - 5) }

  /// Columns of the main part.
  var mainWidth: Int { max(10, size.width - 2 - (hasPanel ? panelWidth : 0)) }

  private func drawDivider(on frame: inout Frame, left panel: Area) {
    for row in 0..<panel.height {
      frame.write(String(frame.glyphs.vertical), in: panel, row: row, .border)
    }
  }

  private func drawMain(on frame: inout Frame, in area: Area) {
    switch screen {
    case .overview: OverviewView(explorer: self).draw(on: &frame, in: area)
    case .teams:
      if let openTeam, organization.teams.indices.contains(openTeam) {
        TeamView(explorer: self, team: openTeam).draw(on: &frame, in: area)
      } else {
        TeamsView(explorer: self).draw(on: &frame, in: area)
      }
    case .traffic: TrafficView(explorer: self).draw(on: &frame, in: area)
    case .plan: PlanView(explorer: self).draw(on: &frame, in: area)
    case .why: WhyView(explorer: self).draw(on: &frame, in: area)
    case .scenarios: ScenariosView(explorer: self).draw(on: &frame, in: area)
    }
  }

  /// The furthest that text without a cursor scrolls.
  var lastScroll: Int {
    let lines =
      switch screen {
      case .overview: OverviewView(explorer: self).lines(width: mainWidth, glyphs: .ascii).count
      case .teams:
        openTeam.map { TeamView(explorer: self, team: $0) }?
          .lines(width: mainWidth, glyphs: .ascii).count ?? 0
      case .traffic, .plan, .why, .scenarios: 0
      }
    return max(0, lines - mainHeight)
  }

  // MARK: Edges

  private func drawTitle(on frame: inout Frame, in area: Area) {
    let words = Words(organization: organization, glyphs: frame.glyphs)
    let name = SafeText.terminal(organization.name)
    let mark = variant.isChanged ? "*" : ""
    let seats = variant.seats.map { ", \(NumberText.count($0.count, "seat", "seats"))" } ?? ""
    var basis = words.basis(answer)
    if case .futures = answer.basis, let error = answer.total.standardError,
      answer.total.mean != 0
    {
      let share = words.percent(error / abs(answer.total.mean), decimals: 2)
      basis += " \(frame.glyphs.plusMinus) \(share)"
    }
    if let progress {
      // Where there is little room, what goes on is told instead of what is known.
      basis =
        area.width < Self.roomForBoth
        ? progress : "\(progress) \(frame.glyphs.bullet) \(basis)"
    }
    basis = TextWidth.clipped(
      basis, to: area.width / 2, ellipsis: frame.glyphs.ellipsis)
    let right = TextWidth.of(basis)
    let room = max(10, area.width - right - 3)
    let end = frame.write(
      "\(SafeText.terminal(variant.name))\(mark)\(seats)", in: area, column: 1, .heading,
      limit: room)
    frame.write("  \(name)", in: area, column: end, .muted, limit: max(0, room - end))
    frame.write(
      basis, in: area, column: max(1, area.width - right - 1), progress == nil ? .muted : .accent)
  }

  private func drawTabs(on frame: inout Frame, in area: Area) {
    var column = 1
    for screen in Screen.allCases {
      let start = column
      column = frame.write("\(screen.digit)", in: area, column: column, .key)
      let role: Role = screen == self.screen ? .selection : .plain
      column = frame.write(" \(screen.title) ", in: area, column: column, role)
      frame.targets.append(
        .init(
          area: Area(x: area.x + start, y: area.y, width: column - start, height: 1),
          action: .screen(screen)))
      column += 1
    }
  }

  private func drawStatus(on frame: inout Frame, in area: Area) {
    switch overlay {
    case .prompt(let prompt, let text):
      let label = promptLabel(prompt)
      let shown = SafeText.terminal(text)
      let end = frame.write("\(label): ", in: area, column: 1, .heading)
      let after = frame.write(shown, in: area, column: end, .emphasis)
      frame.write(" ", in: area, column: after, .selection)
      return
    case .question(let question):
      let end = frame.write(
        SafeText.terminal(question.text), in: area, column: 1, .warning)
      frame.write("  y yes, any other key no", in: area, column: end, .key)
      return
    case .help, .palette, nil: break
    }
    if let obstacle {
      frame.write(
        "\(frame.glyphs.bad) not possible: \(SafeText.terminal(obstacle)); u undoes it", in: area,
        column: 1, .bad)
    } else if let message {
      frame.write(SafeText.terminal(message.text), in: area, column: 1, message.role)
    } else if !filterText.isEmpty {
      frame.write(
        "filter: \(SafeText.terminal(filterText))  (Esc clears it)", in: area, column: 1, .accent)
    }
  }

  private func promptLabel(_ prompt: Prompt) -> String {
    switch prompt {
    case .filter: "filter (! takes what does not match)"
    case .leverValue: dial.map { "\(SafeText.terminal($0.title)), now \($0.text($0.value))" } ?? ""
    case .scenarioName(.new): "name of the new scenario"
    case .scenarioName(.duplicate): "name of the copy"
    case .scenarioName(.rename): "new name"
    case .scenarioName(.save): "write into \(SafeText.terminal(modelPath)) as"
    case .exportFile: "file"
    }
  }

  private func drawFooter(on frame: inout Frame, in area: Area) {
    var column = 1
    let shown = CommandTable.all.filter { $0.isInFooter && $0.isAtHand(self) }
    // Those of the place come first, so that they stay where there is little room.
    let placed = shown.filter { $0.place != .everywhere } + shown.filter { $0.place == .everywhere }
    let ordered =
      placed.filter { $0.obstacle(self) == nil } + placed.filter { $0.obstacle(self) != nil }
    // Help is always in sight.
    let help = "? help"
    for command in ordered where command.id != "help" {
      let key = command.id == "lever-type" ? "0-9" : command.keys.first?.name ?? ""
      let title = command.id == "open" ? openingTitle : command.footerTitle ?? command.title
      let width = TextWidth.of(key) + 1 + TextWidth.of(title) + 2
      guard column + width + help.count <= area.width else { continue }
      let isPossible = command.obstacle(self) == nil
      let start = column
      column = frame.write(key, in: area, column: column, isPossible ? .key : .muted)
      column = frame.write(
        " \(title)  ", in: area, column: column, isPossible ? .plain : .muted)
      frame.targets.append(
        .init(
          area: Area(x: area.x + start, y: area.y, width: column - start - 2, height: 1),
          action: .command(command.id)))
    }
    frame.write("?", in: area, column: column, .key)
    frame.write(" help", in: area, column: column + 1)
    frame.targets.append(
      .init(
        area: Area(x: area.x + column, y: area.y, width: help.count, height: 1),
        action: .command("help")))
  }

  private var openingTitle: String {
    switch screen {
    case .overview: "teams"
    case .why: "its lever"
    case .scenarios: "explore"
    case .teams, .traffic, .plan: "open"
    }
  }

  private func drawOverlay(on frame: inout Frame) {
    switch overlay {
    case .help(let scroll): HelpView(explorer: self, scroll: scroll).draw(on: &frame)
    case .palette(let text, let selected):
      PaletteView(explorer: self, text: text, selected: selected).draw(on: &frame)
    case .prompt, .question, nil: break
    }
  }
}
