import TerminalKit

/// All keys, those at hand first.
struct HelpView {
  let scroll: Int
  /// Keys by place: those that belong to where the user is come first.
  private let lines: [(key: String, title: String)]

  init(explorer: Explorer, scroll: Int) {
    self.scroll = scroll
    lines = Self.lines(explorer)
  }

  private static let intro = [
    "A screen shows one scenario. Tab leads to its levers; arrows turn them, and the answer",
    "follows at once: first with everything at its mean, then from more and more futures.",
    "",
  ]

  private static var keyWidth: Int { 26 }

  private static func lines(_ explorer: Explorer) -> [(key: String, title: String)] {
    var places = [Command.Place]()
    for command in CommandTable.all where !places.contains(command.place) {
      places.append(command.place)
    }
    func distance(_ place: Command.Place) -> Int {
      switch place {
      case .everywhere: 2
      case .levers: explorer.focus == .levers ? 0 : 3
      case .main: explorer.focus == .main ? 1 : 4
      case .screens(let screens):
        explorer.focus == .main && screens.contains(explorer.screen) ? 0 : 5
      }
    }
    let ordered = places.indices.sorted {
      (distance(places[$0]), $0) < (distance(places[$1]), $1)
    }
    var lines = [(key: String, title: String)]()
    for place in ordered.map({ places[$0] }) {
      if !lines.isEmpty { lines.append(("", "")) }
      lines.append((words(place), ""))
      for command in CommandTable.all where command.place == place {
        let keys = command.id == "lever-type" ? "0-9, Enter" : command.keyNames
        lines.append(("  \(keys)", command.title))
      }
    }
    return lines
  }

  private static func words(_ place: Command.Place) -> String {
    switch place {
    case .everywhere: "Everywhere"
    case .levers: "In the levers"
    case .main: "On screens"
    case .screens(let screens): "On " + screens.map(\.title).joined(separator: ", ")
    }
  }

  private func area(_ size: (width: Int, height: Int)) -> Area {
    Area(x: 0, y: 0, width: size.width, height: size.height).inset(columns: 2, rows: 1)
      .centred(width: 92, height: Self.intro.count + lines.count + 2)
  }

  /// The furthest that help scrolls.
  func lastScroll(size: (width: Int, height: Int)) -> Int {
    max(0, Self.intro.count + lines.count - max(1, area(size).height - 2))
  }

  func draw(on frame: inout Frame) {
    let size = (frame.surface.width, frame.surface.height)
    let inside = frame.box("Help, Esc closes it", around: area(size))
    let all = Self.intro.map { (key: $0, title: "") } + lines
    let last = lastScroll(size: size)
    let first = min(scroll, last)
    for (row, line) in all.dropFirst(first).prefix(inside.height).enumerated() {
      let isTitle = line.title.isEmpty && first + row >= Self.intro.count
      frame.write(
        line.key, in: inside, row: row,
        isTitle ? .heading : line.title.isEmpty ? .plain : .key,
        limit: line.title.isEmpty ? inside.width : Self.keyWidth - 1)
      frame.write(line.title, in: inside, column: Self.keyWidth, row: row)
    }
    if first < last {
      frame.write(
        frame.glyphs.down, in: inside, column: inside.width - 1, row: inside.height - 1, .muted)
    }
  }
}

/// Commands by name.
struct PaletteView {
  let explorer: Explorer
  let text: String
  let selected: Int

  func draw(on frame: inout Frame) {
    let area = frame.surface.area.inset(columns: 2, rows: 1).centred(width: 70, height: 18)
    var inside = frame.box("All commands", around: area)
    var top = inside.takeTop(2)
    let end = frame.write(": \(text)", in: top.takeTop(1), .emphasis)
    frame.write(
      " ", in: Area(x: inside.x, y: inside.y - 2, width: inside.width, height: 1), column: end,
      .selection)
    let found = explorer.paletteCommands(text)
    var list = ListView(columns: [.init(""), .init(""), .init("")])
    list.emptyText = "no command at hand has such a name"
    list.selected = min(selected, max(0, found.count - 1))
    list.rows = found.map { command in
      let obstacle = command.obstacle(explorer)
      return [
        Piece(command.keys.first?.name ?? "", .key),
        Piece(command.title, obstacle == nil ? .plain : .muted), Piece(obstacle ?? "", .muted),
      ]
    }
    list.draw(on: &frame, in: inside)
  }
}
