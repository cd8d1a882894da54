/// What is wrong with the shape of a table, and where.
package struct TableProblem: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A quoted cell that the file ends in; the place is its opening quote.
    case unterminatedQuote
    /// A quote inside an unquoted cell, or text after a closing quote.
    case strayQuote
    /// A row with more or fewer cells than the header.
    case unevenRow(expected: Int, found: Int)
    /// A line that is not UTF-8.
    case notUTF8
    /// A file without a header line.
    case noHeader
    /// A row that never ends, or is too long to be one.
    case longRow(megabytes: Int)
  }

  package var kind: Kind
  /// From 1; a line break inside quotes counts.
  package var line: Int
  /// From 1, counted in Unicode scalars.
  package var column: Int

  package init(_ kind: Kind, line: Int, column: Int) {
    self.kind = kind
    self.line = line
    self.column = column
  }
}

/// The problems that made a table unusable, in file order; never empty.
package struct TableError: Error, Hashable, Sendable {
  package var problems: [TableProblem]

  package init(_ problems: [TableProblem]) { self.problems = problems }
}
