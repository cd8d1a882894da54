import TerminalKit

/// Rows in columns, with a cursor, that scroll within an area.
struct ListView {
  struct Column {
    var title: String
    var isRight = false
    /// Where the list is too wide, columns with a rank are left out, the highest rank first.
    var dropRank: Int?
    var sortKey: TeamOrder.Key?

    init(
      _ title: String, right: Bool = false, dropRank: Int? = nil, sortKey: TeamOrder.Key? = nil
    ) {
      self.title = title
      isRight = right
      self.dropRank = dropRank
      self.sortKey = sortKey
    }
  }

  var columns: [Column]
  var rows: [[Piece]] = []
  /// The row under the cursor; `nil` where there is none.
  var selected: Int?
  var hasFocus = true
  /// The column that the rows are sorted by, and whether downwards.
  var order: TeamOrder?
  /// What stands there where there are no rows.
  var emptyText = "nothing"

  private static let gap = 2
  private static let narrowest = 6

  /// Draws the list.
  func draw(on frame: inout Frame, in area: Area) {
    guard !area.isEmpty else { return }
    let hasTitles = columns.contains { !$0.title.isEmpty }
    var area = area
    let (shown, widths) = layout(area.width - 2)
    if hasTitles {
      let top = area.takeTop(1)
      drawTitles(on: &frame, in: top, shown, widths)
    }
    guard !rows.isEmpty else {
      frame.write(emptyText, in: area, column: 2, .muted)
      return
    }
    let first = firstRow(area.height)
    for (line, row) in (first..<min(rows.count, first + area.height)).enumerated() {
      draw(row, on: &frame, in: area, line, shown, widths)
      frame.targets.append(
        .init(
          area: Area(x: area.x, y: area.y + line, width: area.width, height: 1),
          action: .row(row)))
    }
    drawMore(on: &frame, in: area, first)
  }

  /// The first row shown, so that the cursor is in sight.
  private func firstRow(_ height: Int) -> Int {
    guard let selected, rows.count > height else { return 0 }
    return min(max(0, selected - height / 2), rows.count - height)
  }

  private func draw(
    _ row: Int, on frame: inout Frame, in area: Area, _ line: Int, _ shown: [Int], _ widths: [Int]
  ) {
    let isSelected = row == selected
    var column = 2
    for (place, index) in shown.enumerated() {
      let cell = rows[row].indices.contains(index) ? rows[row][index] : Piece("")
      let text = TextWidth.clipped(
        cell.text, to: widths[place], ellipsis: frame.glyphs.ellipsis)
      let padding = columns[index].isRight ? widths[place] - TextWidth.of(text) : 0
      frame.write(text, in: area, column: column + padding, row: line, cell.role)
      column += widths[place] + Self.gap
    }
    guard isSelected else { return }
    frame.write(frame.glyphs.cursor, in: area, row: line, .key)
    if hasFocus {
      frame.surface.fill(
        Area(x: area.x, y: area.y + line, width: area.width, height: 1), .selection)
    }
  }

  private func drawTitles(
    on frame: inout Frame, in area: Area, _ shown: [Int], _ widths: [Int]
  ) {
    var column = 2
    for (place, index) in shown.enumerated() {
      let item = columns[index]
      var title = item.title
      if isSorted(item), let order {
        title += order.isDescending ? frame.glyphs.down : frame.glyphs.up
      }
      let text = TextWidth.clipped(title, to: widths[place], ellipsis: frame.glyphs.ellipsis)
      let padding = item.isRight ? widths[place] - TextWidth.of(text) : 0
      frame.write(text, in: area, column: column + padding, .emphasis)
      if let key = item.sortKey {
        frame.targets.append(
          .init(
            area: Area(x: area.x + column, y: area.y, width: widths[place], height: 1),
            action: .sort(key)))
      }
      column += widths[place] + Self.gap
    }
  }

  /// Says where rows are out of sight.
  private func drawMore(on frame: inout Frame, in area: Area, _ first: Int) {
    if first > 0 { frame.write(frame.glyphs.up, in: area, column: area.width - 1, .muted) }
    if first + area.height < rows.count {
      frame.write(
        frame.glyphs.down, in: area, column: area.width - 1, row: area.height - 1, .muted)
    }
  }

  /// Whether the rows are sorted by it, so that it stays in sight.
  private func isSorted(_ column: Column) -> Bool {
    guard let order, order.key != .model else { return false }
    return order.key == column.sortKey
  }

  /// The columns that fit, and how wide each is.
  private func layout(_ limit: Int) -> (shown: [Int], widths: [Int]) {
    let natural = columns.indices.map { column in
      // A sort mark takes a cell.
      let title = TextWidth.of(columns[column].title) + (isSorted(columns[column]) ? 1 : 0)
      return rows.reduce(title) {
        max($0, $1.indices.contains(column) ? TextWidth.of($1[column].text) : 0)
      }
    }
    var shown = Array(columns.indices)
    func total() -> Int {
      shown.reduce(0) { $0 + natural[$1] } + Self.gap * max(0, shown.count - 1)
    }
    while total() > limit {
      let ranked = shown.indices.filter {
        columns[shown[$0]].dropRank != nil && !isSorted(columns[shown[$0]])
      }
      guard
        let drop = ranked.max(by: {
          (columns[shown[$0]].dropRank ?? 0, $0) < (columns[shown[$1]].dropRank ?? 0, $1)
        })
      else { break }
      shown.remove(at: drop)
    }
    var widths = shown.map { natural[$0] }
    var excess = total() - limit
    while excess > 0,
      let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > Self.narrowest
    {
      widths[widest] -= 1
      excess -= 1
    }
    return (shown, widths)
  }
}
