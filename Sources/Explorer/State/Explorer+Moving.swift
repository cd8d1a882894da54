import Organization
import Planning
import TerminalKit

extension Explorer {
  mutating func show(_ screen: Screen) {
    self.screen = screen
    focus = .main
  }

  /// The row under the cursor of the screen.
  var cursorRow: Int { min(max(0, cursor[screen] ?? 0), max(0, rowCount - 1)) }

  /// Rows that the cursor can be on; 0 where the screen is text that scrolls.
  var rowCount: Int {
    switch screen {
    case .overview: 0
    case .teams: openTeam == nil ? teamRows.count : 0
    case .traffic: 0
    case .plan: seats.count
    case .why: whyRows.count
    case .scenarios: variantRows.count
    }
  }

  mutating func move(_ move: Move) {
    if focus == .levers { return moveLever(move) }
    let page = max(1, size.height - 8)
    guard rowCount > 0 else {
      let now = scroll[screen] ?? 0
      switch move {
      case .rows(let rows): scroll[screen] = max(0, now + rows)
      case .pages(let pages): scroll[screen] = max(0, now + pages * page)
      case .top: scroll[screen] = 0
      case .bottom: scroll[screen] = 10_000
      }
      scroll[screen] = min(scroll[screen] ?? 0, lastScroll)
      return
    }
    switch move {
    case .rows(let rows): cursor[screen] = cursorRow + rows
    case .pages(let pages): cursor[screen] = cursorRow + pages * page
    case .top: cursor[screen] = 0
    case .bottom: cursor[screen] = rowCount - 1
    }
    cursor[screen] = min(max(0, cursor[screen] ?? 0), rowCount - 1)
  }

  private mutating func moveLever(_ move: Move) {
    let shown = shownDials
    guard !shown.isEmpty else { return }
    let now = shown.firstIndex { $0.id == lever } ?? 0
    let page = max(1, size.height - 10)
    let next =
      switch move {
      case .rows(let rows): now + rows
      case .pages(let pages): now + pages * page
      case .top: 0
      case .bottom: shown.count - 1
      }
    lever = shown[min(max(0, next), shown.count - 1)].id
  }

  // MARK: Opening and going back

  var openingObstacle: String? {
    switch screen {
    case .overview: return nil
    case .teams:
      if openTeam != nil { return "the team is open; Esc goes back" }
      return teamRows.isEmpty ? "no team matches the filter" : nil
    case .traffic: return "there is nothing to open here"
    case .plan: return "a seat opens nothing; the footer tells what can be done with it"
    case .why:
      guard whyRows.indices.contains(cursorRow) else { return "nothing is known yet" }
      return nil
    case .scenarios: return nil
    }
  }

  mutating func open() {
    switch screen {
    case .overview: screen = .teams
    case .teams:
      let rows = teamRows
      if rows.indices.contains(cursorRow) { openTeam = rows[cursorRow].index }
      scroll[.teams] = 0
    case .why:
      // Estimates are called as the levers that move them are.
      let rows = whyRows
      guard rows.indices.contains(cursorRow) else { return }
      leverFilter = ""
      lever = rows[cursorRow].name
      focus = .levers
    case .scenarios:
      let rows = variantRows
      if rows.indices.contains(cursorRow) {
        let chosen = rows[cursorRow]
        history.change(about: "current") { $0.current = chosen }
        say("now exploring \(variant.name)", .good)
      }
    case .traffic, .plan: break
    }
  }

  var backObstacle: String? {
    focus == .levers || openTeam != nil && screen == .teams || !filterText.isEmpty
      || progress != nil || screen != .overview
      ? nil : "this is the first screen; q quits"
  }

  mutating func back() -> [Effect] {
    if !filterText.isEmpty {
      filterText = ""
    } else if focus == .levers {
      focus = .main
    } else if screen == .teams, openTeam != nil {
      openTeam = nil
    } else if progress != nil {
      generation += 1
      progress = nil
      isWorking = false
      say("stopped; what was found so far stays", .warning)
      return [.cancel]
    } else {
      screen = .overview
    }
    return []
  }

  // MARK: Filters

  var filterObstacle: String? {
    if focus == .levers { return nil }
    switch screen {
    case .teams: return openTeam == nil ? nil : "one team has nothing to filter"
    case .why, .scenarios: return nil
    case .overview, .traffic, .plan: return "there is no list to filter here"
    }
  }

  var filterText: String {
    get { focus == .levers ? leverFilter : filter[screen] ?? "" }
    set {
      if focus == .levers {
        leverFilter = newValue
        let shown = shownDials
        if !shown.contains(where: { $0.id == lever }) { lever = shown.first?.id ?? lever }
      } else {
        filter[screen] = newValue.isEmpty ? nil : newValue
        cursor[screen] = 0
      }
    }
  }

  /// Whether a name passes a filter; one that begins with `!` takes what does not hold it.
  static func passes(_ name: String, _ filter: String) -> Bool {
    guard !filter.isEmpty else { return true }
    let isInverse = filter.hasPrefix("!")
    let wanted = (isInverse ? String(filter.dropFirst()) : filter).lowercased()
    guard !wanted.isEmpty else { return true }
    return name.lowercased().contains(wanted) != isInverse
  }

  mutating func sortByNext() {
    let keys = TeamOrder.Key.allCases
    let next = (teamOrder.key.rawValue + 1) % keys.count
    teamOrder = TeamOrder(key: keys[next])
    say("sorted by \(keys[next].title)")
  }

  mutating func chooseDriver(by step: Int) {
    let count = max(1, organization.drivers.count)
    trafficDriver = ((trafficDriver + step) % count + count) % count
    scroll[.traffic] = 0
  }
}
