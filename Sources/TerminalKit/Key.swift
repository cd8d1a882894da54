/// A key as it was pressed.
package enum Key: Hashable, Sendable {
  case character(Character)
  /// With Ctrl; the letter is small.
  case control(Character)
  case up, down, left, right, shiftLeft, shiftRight
  case home, end, pageUp, pageDown
  case enter, escape, tab, backTab, backspace, delete, insert
  case help

  /// How it is called in footers and manuals.
  package var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .shiftLeft: "Shift-Left"
    case .shiftRight: "Shift-Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .help: "F1"
    }
  }
}

/// What happened at the terminal.
package enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  /// A click on a cell.
  case click(x: Int, y: Int, isDouble: Bool)
  /// Lines that the wheel went down, or up where less than none.
  case wheel(Int, x: Int, y: Int)
  case resize
  /// Work in the background has something to tell.
  case wake
  /// Somebody asks the program to end.
  case signal(Int32)
  /// The terminal has gone.
  case gone
}
