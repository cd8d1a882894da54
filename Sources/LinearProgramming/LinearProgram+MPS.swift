extension LinearProgram {
  /// The program in free MPS, which every solver reads, so that anyone can check what ours says.
  ///
  /// Numbers are written so that reading gives them back to the last bit. Names are `c` and `r` with
  /// a number, followed by what they are called without spaces.
  package func mps(name: String) -> String {
    var text = "NAME \(Self.word(name))\nROWS\n N cost\n"
    for row in rowNames.indices { text += " \(kind(of: row)) \(rowName(row))\n" }
    text += "COLUMNS\n" + columns() + "RHS\n"
    for row in rowNames.indices {
      let side = rowLowerBounds[row].isFinite ? rowLowerBounds[row] : rowUpperBounds[row]
      if side.isFinite, side != 0 { text += " rhs \(rowName(row)) \(side)\n" }
    }
    let ranges = rowNames.indices.filter {
      rowLowerBounds[$0].isFinite && rowUpperBounds[$0].isFinite
        && rowLowerBounds[$0] != rowUpperBounds[$0]
    }
    if !ranges.isEmpty { text += "RANGES\n" }
    for row in ranges {
      text += " range \(rowName(row)) \(rowUpperBounds[row] - rowLowerBounds[row])\n"
    }
    text += "BOUNDS\n"
    for column in costs.indices { text += bounds(of: column) }
    return text + "ENDATA\n"
  }

  private func kind(of row: Int) -> String {
    switch (rowLowerBounds[row].isFinite, rowUpperBounds[row].isFinite) {
    case (true, true): rowLowerBounds[row] == rowUpperBounds[row] ? "E" : "G"
    case (true, false): "G"
    case (false, true): "L"
    case (false, false): "N"
    }
  }

  /// Entries by column, whole numbers between markers.
  private func columns() -> String {
    var entries = [[(row: Int, factor: Double)]](repeating: [], count: variableCount)
    for row in rowNames.indices {
      for place in starts[row]..<starts[row + 1] {
        entries[indices[place]].append((row, factors[place]))
      }
    }
    var text = ""
    var isMarked = false
    for column in costs.indices {
      if isWhole[column] != isMarked {
        isMarked.toggle()
        text += " m\(column) 'MARKER' '\(isMarked ? "INTORG" : "INTEND")'\n"
      }
      // A column without entries has to be named all the same.
      text += " \(columnName(column)) cost \(costs[column])\n"
      for (row, factor) in entries[column] {
        text += " \(columnName(column)) \(rowName(row)) \(factor)\n"
      }
    }
    return text + (isMarked ? " end 'MARKER' 'INTEND'\n" : "")
  }

  private func bounds(of column: Int) -> String {
    let (low, high, name) = (lowerBounds[column], upperBounds[column], columnName(column))
    if low == high { return " FX bound \(name) \(low)\n" }
    if !low.isFinite, !high.isFinite { return " FR bound \(name)\n" }
    // Without an upper bound, some readers take whole numbers to be 0 or 1.
    return (low.isFinite ? " LO bound \(name) \(low)\n" : " MI bound \(name)\n")
      + (high.isFinite ? " UP bound \(name) \(high)\n" : " PL bound \(name)\n")
  }

  private func columnName(_ column: Int) -> String { "c\(column)" + Self.tail(names[column]) }
  private func rowName(_ row: Int) -> String { "r\(row)" + Self.tail(rowNames[row]) }
  private static func tail(_ name: String) -> String { name.isEmpty ? "" : "_" + word(name) }

  private static func word(_ name: String) -> String {
    String(
      name.map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "_" })
  }
}
