/// A drawing with the figures that it is made of, so that who cannot see it loses nothing.
package struct Chart: Sendable {
  package enum Drawing: Sendable {
    case fan(Fan)
    case curves(Curves)
    case heatMap(HeatMap)
    case spans(Spans)
    case spreads(Spreads)
    case frontier(Frontier)
    case bars(Bars)
  }

  package var title: String
  /// What is drawn, in a sentence for who does not see it.
  package var description: String
  package var drawing: Drawing
  /// Whether a terminal shows it too; otherwise it is only drawn where there is room for pictures.
  package var isDrawnInText: Bool

  package init(
    _ title: String, _ description: String, _ drawing: Drawing, isDrawnInText: Bool = false
  ) {
    self.title = title
    self.description = description
    self.drawing = drawing
    self.isDrawnInText = isDrawnInText
  }
}

extension Chart {
  /// A history and the band of what may follow.
  package struct Fan: Sendable {
    package var past: [FanChart.Column]
    package var future: [FanChart.Column]
    /// What the middle of the future's columns is.
    package var middle: String
    /// Of the future's columns.
    package var names: [String]
    /// Writes a value.
    package var number: @Sendable (Double) -> String

    package init(
      past: [FanChart.Column], future: [FanChart.Column], middle: String, names: [String],
      number: @escaping @Sendable (Double) -> String
    ) {
      self.past = past
      self.future = future
      self.middle = middle
      self.names = names
      self.number = number
    }
  }

  /// Shares by month, a small curve for each name, with the line that none should cross.
  package struct Curves: Sendable {
    package var names: [String]
    /// By name, then month.
    package var values: [[Double]]
    package var months: [String]
    package var range: ClosedRange<Double>
    package var threshold: Double
  }

  /// Shares by name and month, drawn the larger the worse; those beyond the threshold are framed.
  package struct HeatMap: Sendable {
    package var names: [String]
    /// By name, then month.
    package var values: [[Double]]
    package var months: [String]
    package var threshold: Double
  }

  /// From when to when things last, by month of the plan.
  package struct Spans: Sendable {
    package struct Span: Sendable {
      package var name: String
      /// Months at which its parts begin, and the end of the last.
      package var marks: [Double]
    }

    package var spans: [Span]
    /// What the parts are called, in order.
    package var parts: [String]
    package var months: [String]
  }

  /// Where most of many amounts lie: 10 %, 25 %, the middle, 75 % and 90 %.
  package struct Spreads: Sendable {
    package var names: [String]
    /// By name: the five quantiles.
    package var quantiles: [[Double]]
    package var number: @Sendable (Double) -> String
  }

  /// Amount against share, a mark for each point.
  package struct Frontier: Sendable {
    package struct Point: Sendable {
      package var amount: Double
      package var share: Double
      /// Written beside it; empty for most.
      package var name: String
    }

    package var points: [Point]
    package var amountName: String
    package var shareName: String
    package var number: @Sendable (Double) -> String
  }

  /// Values from -1 to 1, the farthest from zero first.
  package struct Bars: Sendable {
    package var names: [String]
    /// By name.
    package var values: [Double]
    package var valueName: String
  }
}

extension Chart {
  /// The drawing in characters; empty where it is not for a terminal.
  func text(_ style: TextStyle) -> String {
    guard isDrawnInText, case .fan(let fan) = drawing else { return "" }
    let room = max(12, style.width - 12 - fan.future.count)
    let columns = Array(fan.past.suffix(room)) + fan.future
    let glyphs = style.glyphs
    let legend = [
      fan.past.isEmpty ? nil : "\(glyphs.point) history", "\(glyphs.middle) \(fan.middle)",
      "\(glyphs.band) 10-90 %",
      columns.contains { $0.peak.isFinite } ? "\(glyphs.summit) busiest day" : nil,
    ].compactMap(\.self).joined(separator: "  ")
    let lines = FanChart(columns).lines(style, name: fan.number)
    return (lines + ["  " + style.ink(.muted, legend)]).map { "  " + $0 + "\n" }.joined()
  }
}
