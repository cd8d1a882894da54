import TerminalKit

/// One thing the user can do.
///
/// Dispatch, the footer, the help screen, the palette and the manual are all made from one list of
/// these.
struct Command: Sendable {
  /// Where it is at hand.
  enum Place: Hashable, Sendable {
    case everywhere
    case screens([Screen])
    /// The panel of levers, while it has the keyboard.
    case levers
    /// The main part, while it has the keyboard.
    case main
  }

  var id: String
  var keys: [Key]
  var title: String
  var place: Place
  var isInFooter = false
  /// Where the title is too long for the footer.
  var footerTitle: String?
  /// Why it cannot be done now, or `nil` if it can.
  var obstacle: @Sendable (Explorer) -> String? = { _ in nil }
  var act: @Sendable (inout Explorer) -> [Effect]

  /// The keys as they are called.
  var keyNames: String { keys.map(\.name).joined(separator: ", ") }

  /// Whether it is at hand where the user is.
  func isAtHand(_ explorer: Explorer) -> Bool {
    switch place {
    case .everywhere: true
    case .screens(let screens): explorer.focus == .main && screens.contains(explorer.screen)
    case .levers: explorer.focus == .levers
    case .main: explorer.focus == .main
    }
  }
}

/// A command as manuals tell it.
package struct CommandEntry: Hashable, Sendable {
  package var keys: String
  package var title: String
  /// Where it is at hand, in words.
  package var place: String
}
