internal import CTerminal

/// The terminal while it is ours; it is given back on every way out.
///
/// A class because there is one terminal, on the main thread because curses knows only one.
@MainActor
package final class CursesTerminal {
  /// Why a terminal cannot be had.
  package enum Refusal: Error, Hashable, Sendable {
    /// Input or output is a file or a pipe.
    case noTerminal
    /// It cannot place the cursor, or nobody knows it.
    case dumb
  }

  private let theme: Theme
  private let colours: Int
  private let isUTF8: Bool
  private var shown: Surface?

  /// Takes the terminal.
  ///
  /// - Parameters:
  ///   - theme: what roles look like.
  ///   - hasColour: whether colours may be used.
  ///   - hasMouse: whether clicks and the wheel are wanted.
  /// - Throws: ``Refusal``.
  package init(theme: Theme, hasColour: Bool, hasMouse: Bool) throws(Refusal) {
    switch ct_open(hasMouse) {
    case 0: break
    case Self.notATerminal: throw .noTerminal
    default: throw .dumb
    }
    let info = ct_query()
    self.theme = theme
    colours = hasColour ? Int(info.colours) : 0
    isUTF8 = info.utf8
  }

  /// ENOTTY.
  private static let notATerminal: Int32 = 25

  /// Gives the terminal back, and shows what went to standard error meanwhile.
  package func close() { ct_close() }

  package var size: (width: Int, height: Int) {
    let info = ct_query()
    return (Int(info.columns), Int(info.rows))
  }

  package var hasUnicode: Bool { isUTF8 }

  // MARK: Drawing

  /// Shows a screen; only cells that changed are sent.
  package func show(_ surface: Surface) {
    let before = shown.flatMap { shown in
      shown.width == surface.width && shown.height == surface.height ? shown : nil
    }
    for y in 0..<surface.height { show(surface, row: y, before: before) }
    shown = surface
    ct_flush()
  }

  /// The shim takes 512 scalars at once.
  private static let longestRun = 400

  private func show(_ surface: Surface, row: Int, before: Surface?) {
    var run: [UInt32] = []
    var start = 0
    var role = Role.plain
    func send() {
      guard !run.isEmpty else { return }
      put(run, x: start, y: row, role)
      run.removeAll(keepingCapacity: true)
    }
    for x in 0..<surface.width {
      let cell = surface[x, row]
      if let before, before[x, row] == cell {
        send()
        continue
      }
      if run.isEmpty || role != cell.role || run.count >= Self.longestRun {
        send()
        (start, role) = (x, cell.role)
      }
      guard !cell.isContinuation else { continue }
      for scalar in cell.character.unicodeScalars { run.append(encodable(scalar).value) }
    }
    send()
  }

  /// Where the locale cannot encode a character, curses would leave it out and shift the rest.
  private func encodable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    isUTF8 || scalar.isASCII ? scalar : "?"
  }

  private func put(_ run: [UInt32], x: Int, y: Int, _ role: Role) {
    let look = theme.look(role, colours: colours)
    var attributes: Int32 = 0
    if look.isBold { attributes |= Int32(CT_BOLD) }
    if look.isDim { attributes |= Int32(CT_DIM) }
    if look.isUnderlined { attributes |= Int32(CT_UNDERLINE) }
    if look.isReversed { attributes |= Int32(CT_REVERSE) }
    run.withUnsafeBufferPointer { run in
      ct_put(
        Int32(x), Int32(y), run.baseAddress, run.count, Int32(look.foreground),
        Int32(look.background), attributes)
    }
  }

  /// Draws everything anew at the next ``show(_:)``, whatever else wrote on the terminal.
  package func redraw() {
    shown = nil
    ct_invalidate()
  }

  // MARK: Events

  /// The next event, or `nil` where none came in so many milliseconds; `nil` waits for ever.
  package func next(waiting milliseconds: Int?) -> TerminalEvent? {
    let event = ct_poll(Int32(clamping: milliseconds ?? -1))
    switch event.kind {
    case CT_NONE: return nil
    case CT_TEXT: return Self.key(event.code).map(TerminalEvent.key)
    case CT_KEY: return Self.special(event.code).map(TerminalEvent.key)
    case CT_RESIZE:
      redraw()
      return .resize
    case CT_MOUSE: return Self.mouse(event)
    case CT_WAKE: return .wake
    case CT_SIGNAL: return .signal(event.code)
    case CT_EOF: return .gone
    default: return nil
    }
  }

  /// Makes ``next(waiting:)`` return from any thread.
  nonisolated package static func wake() { ct_wake() }

  private static func key(_ code: Int32) -> Key? {
    guard let scalar = Unicode.Scalar(UInt32(bitPattern: code)) else { return nil }
    switch scalar.value {
    case 1...26:
      guard let letter = Unicode.Scalar(scalar.value + 0x60) else { return nil }
      return .control(Character(letter))
    case 0, 27...31: return nil
    default: return .character(Character(scalar))
    }
  }

  private static func special(_ code: Int32) -> Key? {
    switch ct_key(rawValue: UInt32(bitPattern: code)) {
    case CT_KEY_UP: .up
    case CT_KEY_DOWN: .down
    case CT_KEY_LEFT: .left
    case CT_KEY_RIGHT: .right
    case CT_KEY_HOME: .home
    case CT_KEY_END: .end
    case CT_KEY_PAGE_UP: .pageUp
    case CT_KEY_PAGE_DOWN: .pageDown
    case CT_KEY_ENTER: .enter
    case CT_KEY_ESCAPE: .escape
    case CT_KEY_BACKSPACE: .backspace
    case CT_KEY_DELETE: .delete
    case CT_KEY_INSERT: .insert
    case CT_KEY_TAB: .tab
    case CT_KEY_BACK_TAB: .backTab
    case CT_KEY_SHIFT_LEFT: .shiftLeft
    case CT_KEY_SHIFT_RIGHT: .shiftRight
    case CT_KEY_F1: .help
    default: nil
    }
  }

  private static func mouse(_ event: ct_event) -> TerminalEvent? {
    let (x, y) = (Int(event.x), Int(event.y))
    switch ct_button(rawValue: UInt32(bitPattern: event.code)) {
    case CT_BUTTON_CLICK: return .click(x: x, y: y, isDouble: false)
    case CT_BUTTON_DOUBLE_CLICK: return .click(x: x, y: y, isDouble: true)
    case CT_WHEEL_UP: return .wheel(-3, x: x, y: y)
    case CT_WHEEL_DOWN: return .wheel(3, x: x, y: y)
    default: return nil
    }
  }

  // MARK: Beside the screen

  package func setMouse(_ isOn: Bool) { ct_mouse(isOn) }

  /// Stops the program as Ctrl-Z does, and draws all anew once it goes on.
  package func suspend() {
    ct_suspend()
    redraw()
  }

  /// Hands text to the clipboard of the terminal, which may refuse without a word; inside tmux that
  /// has to be told to pass it on.
  package func copy(_ text: String, isInsideTmux: Bool) {
    for sequence in Clipboard.sequences(text, isInsideTmux: isInsideTmux) {
      sequence.withCString { ct_send($0, sequence.utf8.count) }
    }
  }
}
