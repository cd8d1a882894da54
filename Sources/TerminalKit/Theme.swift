/// How a role looks.
package struct Look: Hashable, Sendable {
  /// Of the 256 colours, or -1 for the terminal's own.
  package var foreground: Int
  package var background: Int
  package var isBold: Bool
  package var isDim: Bool
  package var isUnderlined: Bool
  package var isReversed: Bool

  package init(
    _ foreground: Int = -1, on background: Int = -1, bold: Bool = false, dim: Bool = false,
    underlined: Bool = false, reversed: Bool = false
  ) {
    self.foreground = foreground
    self.background = background
    isBold = bold
    isDim = dim
    isUnderlined = underlined
    isReversed = reversed
  }
}

/// Turns roles into colours; every meaning is told by a character as well.
package enum Theme: String, CaseIterable, Sendable {
  /// For dark terminals; forces no background and uses no dark blue.
  case standard = "default"
  case light
  /// As far apart as can be.
  case contrast
  /// Blue and orange instead of green and red. [Okabe & Ito 2008]
  case colourBlind = "colour-blind"

  /// How a role looks with so many colours.
  package func look(_ role: Role, colours: Int) -> Look {
    switch colours {
    case 256...: many(role)
    case 8...: few(role)
    default: Self.none(role)
    }
  }

  private func many(_ role: Role) -> Look {
    let p = palette
    switch role {
    case .plain: return Look()
    case .heading: return Look(p.heading, bold: true)
    case .muted: return Look(p.muted)
    case .emphasis: return Look(bold: true)
    case .good: return Look(p.good)
    case .warning: return Look(p.warning, bold: self == .contrast)
    case .bad: return Look(p.bad, bold: true)
    case .accent: return Look(p.accent)
    case .border: return Look(p.border)
    case .key: return Look(p.accent, bold: true)
    case .selection: return Look(reversed: true)
    case .chosen: return Look(bold: true, underlined: true)
    case .median: return Look(p.accent, bold: true)
    case .band: return Look(p.muted)
    case .history: return Look(p.good)
    case .calm: return Look(p.heat[0])
    case .mild: return Look(p.heat[1])
    case .warm: return Look(p.heat[2])
    case .hot: return Look(p.heat[3], bold: true)
    case .burning: return Look(p.heat[4], bold: true)
    }
  }

  private struct Palette {
    var heading: Int
    var accent: Int
    var muted: Int
    var border: Int
    var good: Int
    var warning: Int
    var bad: Int
    var heat: [Int]
  }

  private var palette: Palette {
    switch self {
    case .standard:
      Palette(
        heading: 80, accent: 80, muted: 245, border: 240, good: 114, warning: 221, bad: 203,
        heat: [71, 149, 221, 208, 203])
    case .light:
      Palette(
        heading: 24, accent: 25, muted: 241, border: 247, good: 22, warning: 94, bad: 124,
        heat: [28, 64, 136, 166, 124])
    case .contrast:
      Palette(
        heading: 51, accent: 51, muted: -1, border: -1, good: 46, warning: 226, bad: 196,
        heat: [46, 118, 226, 208, 196])
    case .colourBlind:
      Palette(
        heading: 75, accent: 75, muted: 245, border: 240, good: 75, warning: 221, bad: 208,
        heat: [75, 117, 252, 215, 208])
    }
  }

  /// The eight basic colours, which the terminal's own theme decides on.
  private func few(_ role: Role) -> Look {
    let (good, bad) = self == .colourBlind ? (6, 3) : (2, 1)
    let accent = self == .light ? 4 : 6
    switch role {
    case .plain: return Look()
    case .heading, .key: return Look(accent, bold: true)
    case .muted, .border, .band: return self == .contrast ? Look() : Look(dim: true)
    case .emphasis: return Look(bold: true)
    case .good, .history: return Look(good)
    case .warning: return Look(self == .light ? 5 : 3, bold: true)
    case .bad: return Look(bad, bold: true)
    case .accent: return Look(accent)
    case .selection: return Look(reversed: true)
    case .chosen: return Look(bold: true, underlined: true)
    case .median: return Look(accent, bold: true)
    case .calm: return Look(good)
    case .mild: return Look(good, bold: true)
    case .warm: return Look(self == .light ? 5 : 3)
    case .hot: return Look(bad)
    case .burning: return Look(bad, bold: true)
    }
  }

  private static func none(_ role: Role) -> Look {
    switch role {
    case .heading, .emphasis, .key, .bad, .median, .burning: Look(bold: true)
    case .selection: Look(reversed: true)
    case .chosen: Look(underlined: true)
    default: Look()
    }
  }
}
