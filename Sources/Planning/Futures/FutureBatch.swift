/// What some futures came to, one after the other.
///
/// Figures are kept in rows, one a future, because sums are formed in the order of the futures: so
/// they are the same on any number of cores.
package struct FutureBatch: Sendable {
  package let futures: Range<Int>
  /// By future and ``FutureFigure``.
  var totals: [Double] = []
  /// By future, team, month and ``TeamFigure``.
  var cells: [Double] = []
  /// By future, team and month: a bit for each limit that is broken.
  var broken: [UInt16] = []
}
