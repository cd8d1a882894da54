package import TerminalKit

/// How far the cursor goes.
enum Move: Hashable, Sendable {
  case rows(Int)
  case pages(Int)
  case top, bottom
}

extension Explorer {
  /// Takes in what happened at the terminal.
  ///
  /// - Returns: what is to be done about it.
  package mutating func handle(_ event: TerminalEvent) -> [Effect] {
    // Another scenario may have other teams, so that nothing is done to it before it is known.
    let first = variant.origin != scene.variant.origin ? settle() : []
    return first + take(event)
  }

  private mutating func take(_ event: TerminalEvent) -> [Effect] {
    switch event {
    case .key(let key): return press(key)
    case .click(let x, let y, let isDouble): return click(x: x, y: y, isDouble: isDouble)
    case .wheel(let rows, let x, let y):
      wheel(rows, x: x, y: y)
      return []
    case .resize, .wake: return []
    case .signal(let number):
      exit = .signal(number)
      return [.leave]
    case .gone:
      exit = .gone
      return [.leave]
    }
  }

  /// The terminal has another size.
  package mutating func resize(width: Int, height: Int) { size = (width, height) }

  private mutating func press(_ key: Key) -> [Effect] {
    message = nil
    switch overlay {
    case .help(let scroll): return pressInHelp(key, scroll)
    case .palette(let text, let selected): return pressInPalette(key, text, selected)
    case .prompt(let prompt, let text): return pressInPrompt(key, prompt, text)
    case .question(let question): return answer(question, key)
    case nil: break
    }
    guard let command = CommandTable.command(for: key, in: self) else {
      say("\(key.name) does nothing here; ? tells what does", .muted)
      return []
    }
    if command.id == "lever-type", case .character(let digit) = key {
      overlay = .prompt(.leverValue, text: String(digit))
      return []
    }
    return perform(command)
  }

  mutating func perform(_ command: Command) -> [Effect] {
    if let obstacle = command.obstacle(self) {
      say(obstacle, .warning)
      return []
    }
    return command.act(&self)
  }

  // MARK: Overlays

  private mutating func pressInHelp(_ key: Key, _ scroll: Int) -> [Effect] {
    switch key {
    case .up, .character("k"): overlay = .help(scroll: max(0, scroll - 1))
    case .down, .character("j"): overlay = .help(scroll: scroll + 1)
    case .pageUp: overlay = .help(scroll: max(0, scroll - 10))
    case .pageDown, .character(" "): overlay = .help(scroll: scroll + 10)
    case .home, .character("g"): overlay = .help(scroll: 0)
    case .end, .character("G"): overlay = .help(scroll: 10_000)
    case .character("/"), .character(":"): overlay = .palette(text: "", selected: 0)
    case .escape, .character("q"), .character("?"), .help, .enter: overlay = nil
    default: break
    }
    // What is past the end is the end.
    if case .help(let scroll) = overlay {
      overlay = .help(scroll: min(scroll, lastHelpScroll))
    }
    return []
  }

  private var lastHelpScroll: Int { HelpView(explorer: self, scroll: 0).lastScroll(size: size) }

  private mutating func pressInPalette(_ key: Key, _ text: String, _ selected: Int) -> [Effect] {
    let found = paletteCommands(text)
    switch key {
    case .escape: overlay = nil
    case .up: overlay = .palette(text: text, selected: max(0, selected - 1))
    case .down, .tab:
      overlay = .palette(text: text, selected: min(max(0, found.count - 1), selected + 1))
    case .backspace: overlay = .palette(text: String(text.dropLast()), selected: 0)
    case .control("u"): overlay = .palette(text: "", selected: 0)
    case .enter:
      overlay = nil
      guard found.indices.contains(selected) else { return [] }
      return perform(found[selected])
    case .character(let character):
      overlay = .palette(text: text + String(character), selected: 0)
    default: break
    }
    return []
  }

  /// Commands whose words hold all that was typed, those at hand first.
  func paletteCommands(_ text: String) -> [Command] {
    let words = text.lowercased().split(separator: " ")
    let found = CommandTable.all.filter { command in
      let name = "\(command.title) \(command.id)".lowercased()
      return words.allSatisfy { name.contains($0) }
    }
    return found.filter { $0.isAtHand(self) }
  }

  private mutating func pressInPrompt(
    _ key: Key, _ prompt: Prompt, _ text: String
  ) -> [Effect] {
    switch key {
    case .escape:
      overlay = nil
      if prompt == .filter { filterText = "" }
    case .enter:
      overlay = nil
      return typed(text, for: prompt)
    case .backspace: overlay = .prompt(prompt, text: String(text.dropLast()))
    case .control("u"): overlay = .prompt(prompt, text: "")
    case .character(let character) where text.count < Self.longestInput:
      overlay = .prompt(prompt, text: text + String(character))
    default: break
    }
    // A filter shows what it does while it is typed.
    if case .prompt(.filter, let text) = overlay { filterText = text }
    return []
  }

  private static let longestInput = 200

  private mutating func answer(_ question: Question, _ key: Key) -> [Effect] {
    overlay = nil
    switch (key, question) {
    case (.character("y"), .quitUnsaved), (.character("q"), .quitUnsaved),
      (.enter, .quitUnsaved):
      exit = .done
      return [.leave]
    case (.character("y"), .deleteScenario(let name)), (.enter, .deleteScenario(let name)):
      deleteVariant(name)
    case (.character("y"), .discardChanges), (.enter, .discardChanges):
      change {
        $0.settings = []
        $0.seats = nil
      }
    default: say("nothing was done", .muted)
    }
    return []
  }

  mutating func quit() -> [Effect] {
    guard hasUnsavedChanges else {
      exit = .done
      return [.leave]
    }
    overlay = .question(.quitUnsaved)
    return []
  }

  // MARK: Mouse

  private mutating func click(x: Int, y: Int, isDouble: Bool) -> [Effect] {
    message = nil
    if overlay != nil {
      overlay = nil
      return []
    }
    let targets = frame(width: size.width, height: size.height, glyphs: .ascii).targets
    guard let target = targets.last(where: { $0.area.contains(x: x, y: y) }) else { return [] }
    switch target.action {
    case .screen(let screen): show(screen)
    case .row(let row):
      focus = .main
      let wasThere = cursorRow == row
      cursor[screen] = row
      if isDouble || wasThere, openingObstacle == nil { open() }
    case .sort(let key):
      focus = .main
      teamOrder.choose(key)
    case .lever(let id):
      focus = .levers
      lever = id
    case .levers: focus = .levers
    case .main: focus = .main
    case .command(let id):
      guard let command = CommandTable.all.first(where: { $0.id == id && $0.isAtHand(self) })
      else { return [] }
      return perform(command)
    }
    return []
  }

  private mutating func wheel(_ rows: Int, x: Int, y: Int) {
    if case .help(let scroll) = overlay {
      overlay = .help(scroll: min(max(0, scroll + rows), lastHelpScroll))
      return
    }
    guard overlay == nil else { return }
    let targets = frame(width: size.width, height: size.height, glyphs: .ascii).targets
    let isOverLevers = targets.contains { $0.action == .levers && $0.area.contains(x: x, y: y) }
    let before = focus
    focus = isOverLevers ? .levers : .main
    move(.rows(rows))
    focus = before
  }
}
