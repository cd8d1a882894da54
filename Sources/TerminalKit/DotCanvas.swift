/// Lines drawn with dots smaller than a cell, where the terminal has Braille, or cell by cell.
package struct DotCanvas: Sendable {
  private let width: Int
  private let height: Int
  private var dots: [UInt8]

  /// Dots of a cell: two across, four down.
  private static let bits: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

  /// An empty canvas of so many cells.
  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    dots = [UInt8](repeating: 0, count: self.width * self.height)
  }

  /// A line through values at equal distances over the whole width.
  ///
  /// - Parameters:
  ///   - values: shares of the height from 0 (bottom) to 1 (top); others break the line.
  ///   - columns: cells from the left that it runs over.
  package mutating func line(_ values: [Double], over columns: Range<Int>) {
    let steps = columns.count * 2
    guard steps > 1, height > 0, !values.isEmpty else { return }
    var last: Int?
    for step in 0..<steps {
      let place = Double(step) / Double(steps - 1) * Double(values.count - 1)
      let (low, part) = (Int(place), place - Double(Int(place)))
      let next = min(low + 1, values.count - 1)
      let value = values[low] * (1 - part) + (part > 0 ? values[next] * part : 0)
      guard value.isFinite else {
        last = nil
        continue
      }
      let row = min(height * 4 - 1, max(0, Int(((1 - value) * Double(height * 4 - 1)).rounded())))
      // Steep parts are drawn down to the dot before, so that the line does not break.
      let from = last.map { min($0, row) + ($0 == row ? 0 : $0 < row ? 1 : 0) } ?? row
      let to = last.map { max($0, row) - ($0 > row ? 1 : 0) } ?? row
      for y in min(from, to)...max(from, to) {
        set(x: columns.lowerBound * 2 + step, y: y)
      }
      last = row
    }
  }

  private mutating func set(x: Int, y: Int) {
    let (column, row) = (x / 2, y / 4)
    guard (0..<width).contains(column), (0..<height).contains(row) else { return }
    dots[row * width + column] |= Self.bits[x % 2][y % 4]
  }

  /// Draws what is on it, leaving other cells as they are.
  package func draw(on surface: inout Surface, in area: Area, _ role: Role, glyphs: GlyphSet) {
    for row in 0..<min(height, area.height) {
      for column in 0..<min(width, area.width) {
        let bits = dots[row * width + column]
        guard bits != 0 else { continue }
        let character: Character
        if glyphs == .braille, let scalar = Unicode.Scalar(0x2800 + UInt32(bits)) {
          character = Character(scalar)
        } else {
          character = glyphs.middle
        }
        surface.write(String(character), in: area, column: column, row: row, role)
      }
    }
  }
}
