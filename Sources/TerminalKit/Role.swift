/// What a piece of the screen means; a theme turns it into colours.
package enum Role: UInt8, CaseIterable, Sendable {
  case plain, heading, muted, emphasis, good, warning, bad, accent
  /// Lines between parts of the screen.
  case border
  /// A key that may be pressed.
  case key
  /// What the cursor is on.
  case selection
  /// What the cursor is on in a part of the screen that has not the keyboard.
  case chosen
  /// The middle of what may come.
  case median
  /// Where eight of ten courses of events lie.
  case band
  /// What was counted.
  case history
  /// Five steps from calm to hot.
  case calm, mild, warm, hot, burning

  /// Stands for it where a screen is written down as text.
  package var letter: Character {
    switch self {
    case .plain: " "
    case .heading: "H"
    case .muted: "m"
    case .emphasis: "e"
    case .good: "g"
    case .warning: "w"
    case .bad: "b"
    case .accent: "a"
    case .border: "|"
    case .key: "k"
    case .selection: "S"
    case .chosen: "C"
    case .median: "M"
    case .band: "B"
    case .history: "h"
    case .calm: "0"
    case .mild: "1"
    case .warm: "2"
    case .hot: "3"
    case .burning: "4"
    }
  }

  /// A step of five for a share from 0 (calm) to 1 (burning).
  package static func heat(_ share: Double) -> Role {
    let steps: [Role] = [.calm, .mild, .warm, .hot, .burning]
    return steps[heatStep(share)]
  }

  /// The place of ``heat(_:)`` among its steps.
  package static func heatStep(_ share: Double) -> Int {
    guard share.isFinite else { return 0 }
    return min(4, max(0, Int((share * 4).rounded(.up))))
  }
}
