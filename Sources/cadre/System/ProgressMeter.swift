import Reporting
import Synchronization

/// Tells on standard error how far long work has come; results know nothing of it.
///
/// A class because the threads that do the work share it.
final class ProgressMeter: Sendable {
  enum Style: Hashable {
    case none
    /// One line of a terminal, drawn again and again.
    case line(width: Int)
    /// A line of its own every ten seconds, for logs of machines.
    case plain
  }

  private struct State {
    var shownAt: Duration?
    var isDrawn = false
  }

  private let style: Style
  /// Time since the work began.
  let elapsed: @Sendable () -> Duration
  private let write: @Sendable (String) -> Void
  private let state = Mutex(State())

  /// Work that is done sooner is not worth a word.
  static let patience = Duration.milliseconds(500)
  private static let redraw = Duration.milliseconds(100)
  private static let plainInterval = Duration.seconds(10)

  /// - Parameters:
  ///   - style: how to show it.
  ///   - elapsed: time since the work began.
  ///   - write: takes text for standard error.
  init(
    _ style: Style, elapsed: @escaping @Sendable () -> Duration,
    write: @escaping @Sendable (String) -> Void
  ) {
    self.style = style
    self.elapsed = elapsed
    self.write = write
  }

  /// Shows what is being done, unless something was shown a moment ago.
  func show(_ text: @autoclosure () -> String) {
    guard style != .none else { return }
    let now = elapsed()
    state.withLock { state in
      guard isDue(now, after: state.shownAt) else { return }
      state.shownAt = now
      switch style {
      case .none: break
      case .plain: write("cadre: \(text())\n")
      case .line(let width):
        // The last column stays free, because some terminals wrap when it is filled.
        write("\r" + String("cadre: \(text())".prefix(width - 1)) + Self.clearToEnd)
        state.isDrawn = true
      }
    }
  }

  /// Shows how many are done, and how long the others will take if they are alike.
  func show(done: Int, of count: Int, _ what: String) {
    show(Self.text(done: done, of: count, what, elapsed: elapsed()))
  }

  /// Takes the line away.
  func finish() {
    state.withLock { state in
      if state.isDrawn { write("\r" + Self.clearToEnd) }
      state.isDrawn = false
    }
  }

  static func text(done: Int, of count: Int, _ what: String, elapsed: Duration) -> String {
    let counted =
      "\(what): \(Reporting.NumberText.grouped(done)) of \(Reporting.NumberText.grouped(count))"
    guard done > 0, done < count else { return counted }
    return "\(counted), \(text(left: elapsed * (Double(count - done) / Double(done))))"
  }

  static func text(left: Duration) -> String {
    // A clock that was set forward must not end the program.
    "about \(Int(min(left / .seconds(1), 1e9).rounded(.up))) s left"
  }

  private func isDue(_ now: Duration, after shown: Duration?) -> Bool {
    switch style {
    case .none: false
    case .line: shown.map { now - $0 >= Self.redraw } ?? (now >= Self.patience)
    case .plain: now - (shown ?? .zero) >= Self.plainInterval
    }
  }

  private static let clearToEnd = "\u{1b}[K"
}

extension Console {
  /// A meter as the user wants it; a terminal that cannot move its cursor gets none.
  func meter(_ options: ProgressOptions, quiet: Bool) -> ProgressMeter {
    let start = ContinuousClock.now
    return ProgressMeter(
      style(options.progress, quiet: quiet), elapsed: { start.duration(to: .now) },
      write: { text in
        // Where standard error itself fails there is nobody left to tell.
        try? Descriptor.standardError.write(Array(text.utf8))
      })
  }

  private func style(_ choice: ProgressChoice, quiet: Bool) -> ProgressMeter.Style {
    guard !quiet else { return .none }
    switch choice {
    case .none: return .none
    case .plain: return .plain
    case .auto:
      let canDraw = Descriptor.standardError.isTerminal && environment.value("TERM") != "dumb"
      // What is logged would tear the line apart.
      guard canDraw, !journal.isShown else { return .none }
      return .line(width: Terminal(environment: environment).width(of: .standardError))
    }
  }
}
