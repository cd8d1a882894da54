/// A history and what may follow, drawn over several lines.
package struct FanChart: Sendable {
  /// What is drawn in one column.
  package struct Column: Sendable {
    /// A history's value, or the middle of what may come; NaN draws nothing.
    package var middle: Double
    /// The band, where the column lies in the future.
    package var band: ClosedRange<Double>?
    /// The busiest day; NaN draws nothing.
    package var peak: Double
    /// Written below the column, where it fits.
    package var label: String?

    package init(
      middle: Double, band: ClosedRange<Double>? = nil, peak: Double = .nan, label: String? = nil
    ) {
      self.middle = middle
      self.band = band
      self.peak = peak
      self.label = label
    }
  }

  package var columns: [Column]
  /// Rows of the drawing, without the axis.
  package var height = 9

  package init(_ columns: [Column]) { self.columns = columns }

  /// The drawing with its axis, one line each.
  ///
  /// - Parameters:
  ///   - style: glyphs, colours and width.
  ///   - name: writes a value at the axis.
  /// - Returns: nothing if there is nothing to draw.
  package func lines(_ style: TextStyle, name: (Double) -> String) -> [String] {
    let values = columns.flatMap { column in
      [column.middle, column.peak] + (column.band.map { [$0.lowerBound, $0.upperBound] } ?? [])
    }.filter(\.isFinite)
    guard let least = values.min(), let most = values.max(), height > 1 else { return [] }
    let scale = Scale(from: least, to: most, rows: height)
    let marks = [height - 1, height / 2, 0].map { (row: $0, text: name(scale.value(ofRow: $0))) }
    let margin = marks.map { CellWidth.of($0.text) }.max() ?? 0
    let room = max(1, style.width - margin - Self.gap - 2)
    let shown = Self.thinned(columns, to: room)
    var lines = (0..<height).reversed().map { row -> String in
      let mark = marks.first { $0.row == row }?.text ?? ""
      let axis = mark.isEmpty ? style.glyphs.axis : style.glyphs.tick
      let padding = String(repeating: " ", count: margin - CellWidth.of(mark))
      return padding + mark + " " + axis + drawn(shown, row, scale, style)
    }
    lines.append(String(repeating: " ", count: margin + 1) + labels(shown))
    return lines.map(Self.trimmed)
  }

  private static let gap = 2

  private func drawn(
    _ columns: [Column], _ row: Int, _ scale: Scale, _ style: TextStyle
  ) -> String {
    let glyphs = style.glyphs
    return columns.map { column -> String in
      if scale.row(of: column.middle) == row {
        return style.ink(.emphasis, column.band == nil ? glyphs.point : glyphs.middle)
      }
      if scale.row(of: column.peak) == row { return style.ink(.warning, glyphs.summit) }
      guard let band = column.band, let low = scale.row(of: band.lowerBound),
        let high = scale.row(of: band.upperBound), (low...max(low, high)).contains(row)
      else { return " " }
      return style.ink(.muted, glyphs.band)
    }.joined()
  }

  /// The labels, each below its column, those left out that would run into the one before.
  private func labels(_ columns: [Column]) -> String {
    var line = " "
    for (place, column) in columns.enumerated() {
      guard let label = column.label, line.count <= place + 1, place + label.count <= columns.count
      else { continue }
      line += String(repeating: " ", count: place + 1 - line.count) + label + " "
    }
    return line
  }

  /// Every so many columns where there are too many; labels move to the next one that stays.
  private static func thinned(_ columns: [Column], to room: Int) -> [Column] {
    guard columns.count > room else { return columns }
    let every = (columns.count + room - 1) / room
    return stride(from: 0, to: columns.count, by: every).map { start in
      var column = columns[min(start + every, columns.count) - 1]
      column.label = columns[start..<min(start + every, columns.count)].compactMap(\.label).first
      return column
    }
  }

  private static func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }

  /// Which row a value is in.
  private struct Scale {
    let least: Double
    let perRow: Double
    let rows: Int

    /// From zero where that does not flatten the drawing.
    init(from least: Double, to most: Double, rows: Int) {
      let start = least >= 0 && least < 0.5 * most ? 0 : least
      self.least = start
      self.rows = rows
      let span = most - start
      perRow = span > 0 ? span / Double(rows - 1) : 1
    }

    func row(of value: Double) -> Int? {
      guard value.isFinite else { return nil }
      return min(rows - 1, max(0, Int(((value - least) / perRow).rounded())))
    }

    func value(ofRow row: Int) -> Double { least + perRow * Double(row) }
  }
}
