import DelimitedText
import Organization

/// A table in a file that may be larger than memory: read from front to back, as often as wanted.
struct TableFile {
  let path: String
  let source: any FolderSource
  /// Whether lines that begin with `#` are left out.
  var hasRemarks = false

  /// Gives the table in pieces of some rows each, all with its header.
  ///
  /// - Parameter take: gets a piece and the number of rows before it.
  /// - Throws: ``DiagnosticError`` where it is no table, or of `take`.
  /// - Complexity: O(bytes), of which less than a megabyte is held beside the longest row.
  func forEachPiece(
    _ take: (_ piece: DelimitedTable, _ before: Int) throws(DiagnosticError) -> Void
  ) throws(DiagnosticError) {
    var (unicode, remarks, pieces) = (UnicodeParts(), RemarkFilter(), TablePieces())
    var before = 0
    func give(_ bytes: [UInt8], isLast: Bool) throws(DiagnosticError) {
      let text = hasRemarks ? remarks.filtered(bytes) : bytes
      var found: [DelimitedTable] = []
      do throws(TableError) {
        if let piece = try pieces.add(text) { found.append(piece) }
        if isLast, let piece = try pieces.finish() { found.append(piece) }
      } catch {
        throw DiagnosticError(error.problems.map { Diagnostic($0, path: path) })
      }
      for piece in found {
        try take(piece, before)
        before += piece.rowCount
      }
    }
    try source.parts(of: path) { (part) throws(DiagnosticError) in
      try give(unicode.utf8(of: part), isLast: false)
      return true
    }
    try give(unicode.rest(), isLast: true)
  }
}
