/// A rectangle of cells.
package struct Area: Hashable, Sendable {
  package var x: Int
  package var y: Int
  package var width: Int
  package var height: Int

  /// Nothing is less than empty.
  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  package var isEmpty: Bool { width == 0 || height == 0 }

  package func contains(x column: Int, y row: Int) -> Bool {
    column >= x && column < x + width && row >= y && row < y + height
  }

  /// Takes rows from the top.
  package mutating func takeTop(_ rows: Int) -> Area {
    let rows = min(max(0, rows), height)
    let top = Area(x: x, y: y, width: width, height: rows)
    y += rows
    height -= rows
    return top
  }

  /// Takes rows from the bottom.
  package mutating func takeBottom(_ rows: Int) -> Area {
    let rows = min(max(0, rows), height)
    height -= rows
    return Area(x: x, y: y + height, width: width, height: rows)
  }

  /// Takes columns from the left.
  package mutating func takeLeft(_ columns: Int) -> Area {
    let columns = min(max(0, columns), width)
    let left = Area(x: x, y: y, width: columns, height: height)
    x += columns
    width -= columns
    return left
  }

  /// Takes columns from the right.
  package mutating func takeRight(_ columns: Int) -> Area {
    let columns = min(max(0, columns), width)
    width -= columns
    return Area(x: x + width, y: y, width: columns, height: height)
  }

  package func inset(columns: Int = 0, rows: Int = 0) -> Area {
    Area(
      x: x + columns, y: y + rows, width: width - 2 * columns, height: height - 2 * rows)
  }

  /// An area of at most so many cells in the middle.
  package func centred(width wanted: Int, height rows: Int) -> Area {
    let (w, h) = (min(wanted, width), min(rows, height))
    return Area(x: x + (width - w) / 2, y: y + (height - h) / 2, width: w, height: h)
  }
}
