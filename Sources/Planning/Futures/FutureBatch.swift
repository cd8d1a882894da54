import Simulation

/// What some futures came to.
///
/// Values of one figure lie side by side in the order of the futures, because figures are summed up
/// one by one and in that order: so they are the same on any number of cores.
package struct FutureBatch: Hashable, Sendable {
  package let futures: Range<Int>
  /// By ``FutureFigure`` and future.
  private var totals: [Double]
  /// By cell (team, month and ``TeamFigure``) and future.
  private var cells: [Double]
  /// By future, team and month: a bit for each limit that is broken.
  private(set) var broken: [UInt16] = []

  init(futures: Range<Int>, cells count: Int, teamMonths: Int) {
    self.futures = futures
    totals = [Double](repeating: 0, count: futures.count * FutureFigure.allCases.count)
    cells = [Double](repeating: 0, count: futures.count * count)
    broken.reserveCapacity(futures.count * teamMonths)
  }

  /// A figure of a future; rows are counted from the first of the batch.
  subscript(figure: FutureFigure, row: Int) -> Double {
    get { totals[figure.rawValue * futures.count + row] }
    set { totals[figure.rawValue * futures.count + row] = newValue }
  }

  func values(of figure: FutureFigure) -> ArraySlice<Double> {
    totals[figure.rawValue * futures.count..<(figure.rawValue + 1) * futures.count]
  }

  /// Keeps the figures of all teams and months of a future.
  mutating func set(_ months: [TeamMonth], row: Int) {
    let (figures, count) = (TeamFigure.allCases.count, futures.count)
    precondition(cells.count == months.count * figures * count)
    cells.withUnsafeMutableBufferPointer { cells in
      months.withUnsafeBufferPointer { months in
        for place in months.indices {
          TeamFigure.tell(months[place]) { figure, value in
            cells[(place * figures + figure.rawValue) * count + row] = value
          }
        }
      }
    }
  }

  func values(ofCell cell: Int) -> ArraySlice<Double> {
    cells[cell * futures.count..<(cell + 1) * futures.count]
  }

  mutating func add(broken bits: UInt16) { broken.append(bits) }
}
