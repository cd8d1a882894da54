/// A line of small columns, one per value.
package enum Sparkline {
  /// Columns between the ends of `range`, by default of the values; no number is drawn as a dot.
  package static func text(
    _ values: [Double], in range: ClosedRange<Double>? = nil, glyphs: Glyphs
  ) -> String {
    let finite = values.filter(\.isFinite)
    guard let low = range?.lowerBound ?? finite.min(), let high = range?.upperBound ?? finite.max()
    else { return String(repeating: glyphs.missing, count: values.count) }
    let levels = glyphs.levels
    return String(
      values.map { value in
        guard value.isFinite else { return glyphs.missing }
        // A flat line is drawn in the middle: it is neither high nor low.
        guard high > low else { return levels[levels.count / 2] }
        let share = min(1, max(0, (value - low) / (high - low)))
        return levels[min(levels.count - 1, Int(share * Double(levels.count)))]
      })
  }
}

/// A horizontal bar.
package enum Bar {
  /// A bar exactly `width` cells wide, filled by `share` (0 to 1; outside is cut).
  package static func text(_ share: Double, width: Int, glyphs: Glyphs) -> String {
    guard width > 0 else { return "" }
    guard share.isFinite else { return String(repeating: glyphs.missing, count: width) }
    let steps = glyphs.partialBlocks.count + 1
    let filled = Int((min(1, max(0, share)) * Double(width * steps)).rounded())
    var text = String(repeating: glyphs.fullBlock, count: filled / steps)
    if filled % steps > 0 { text.append(glyphs.partialBlocks[filled % steps - 1]) }
    return text + String(repeating: " ", count: width - text.count)
  }
}

/// One cell of a heat map.
package enum HeatCell {
  /// A shade for `share` (0 to 1) whose density, not only its colour, says how hot it is.
  package static func text(_ share: Double, width: Int = 2, style: TextStyle) -> String {
    guard share.isFinite else {
      return style.ink(.muted, String(repeating: style.glyphs.missing, count: width))
    }
    let shades = style.glyphs.shades
    let position = Int((min(1, max(0, share)) * Double(shades.count - 1)).rounded())
    return style.ink(role(share), String(repeating: shades[position], count: width))
  }

  /// Thirds of the range, as on a traffic light.
  private static func role(_ share: Double) -> TextRole {
    switch share {
    case ..<(1.0 / 3): .good
    case ..<(2.0 / 3): .warning
    default: .bad
    }
  }
}
