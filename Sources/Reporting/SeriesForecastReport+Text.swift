import Organization

extension SeriesForecastReport {
  /// More series than these scroll away before anybody reads them.
  private static let mostShown = 20

  package func text(_ style: TextStyle) -> String {
    var text = series.prefix(Self.mostShown).map { $0.text(style) }.joined(separator: "\n")
    let left = series.count - Self.mostShown
    if left > 0 {
      text += "\nand \(NumberText.count(left, "more series", "more series")); "
      text += "'--format csv' has them all\n"
    }
    return text + "\n" + style.ink(.muted, "Seed \(header.seed).") + "\n"
  }
}

extension SeriesForecast {
  fileprivate func text(_ style: TextStyle) -> String {
    var text = style.ink(.heading, SafeText.terminal(id)) + ": \(size)\n" + fan(style)
    let last = mean.count - 1
    text += "  at step \(NumberText.grouped(last + 1)): \(NumberText.figure(mean[last]))"
    text += ", 80 % band \(NumberText.figure(low80[last])) to \(NumberText.figure(high80[last]))"
    text += ", 95 % band \(NumberText.figure(low95[last])) to \(NumberText.figure(high95[last]))\n"
    if let growthPerYear {
      text += "  growth implied: \(NumberText.signedPercent(growthPerYear)) a year\n"
    }
    for note in notes { text += "  " + style.ink(.muted, note) + "\n" }
    return text
  }

  private var size: String {
    let values = NumberText.count(known, "\(cadence.rawValue) value", "\(cadence.rawValue) values")
    let gaps = missing > 0 ? ", \(NumberText.grouped(missing)) missing" : ""
    return values + gaps + (period > 1 ? ", a season of \(period)" : ", no season")
  }

  /// The past, and after it the middle and the 80 % band on the same scale.
  private func fan(_ style: TextStyle) -> String {
    let label = 14
    let room = max(20, style.width - label - 2)
    let ahead = min(mean.count, room / 2)
    let before = min(past.count, room - ahead)
    let history = Buckets.means(past.suffix(max(before, 4 * mean.count)), in: before)
    let high = Buckets.means(high80[...], in: ahead)
    let low = Buckets.means(low80[...], in: ahead)
    let drawn = (history + high + low).filter(\.isFinite)
    guard let least = drawn.min(), let most = drawn.max() else { return "" }
    func line(_ name: String, _ past: String, _ values: [Double], _ role: TextRole?) -> String {
      let spark = Sparkline.text(values, in: least...most, glyphs: style.glyphs)
      let padding = String(repeating: " ", count: label - name.count)
      return "  " + name + padding + past + (role.map { style.ink($0, spark) } ?? spark) + "\n"
    }
    let blank = String(repeating: " ", count: before)
    let known = Sparkline.text(history, in: least...most, glyphs: style.glyphs)
    return line("80 % high", blank, high, .muted)
      + line("past and mean", known, Buckets.means(mean[...], in: ahead), .emphasis)
      + line("80 % low", blank, low, .muted)
  }
}

/// Many values drawn in few columns.
enum Buckets {
  /// The mean of the known values in each of `count` even parts; NaN where a part has none.
  static func means(_ values: ArraySlice<Double>, in count: Int) -> [Double] {
    let values = Array(values)
    guard values.count > count else { return values }
    return (0..<count).map { bucket in
      let part = values[(bucket * values.count / count)..<((bucket + 1) * values.count / count)]
      let known = part.filter { !$0.isNaN }
      return known.isEmpty ? .nan : known.reduce(0, +) / Double(known.count)
    }
  }
}
