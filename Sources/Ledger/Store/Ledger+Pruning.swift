import GRDB

extension Ledger {
  /// Which runs to remove.
  package enum Pruning: Hashable, Sendable {
    /// All but so many of the newest.
    case keeping(Int)
    /// Those recorded before.
    case before(Moment)
  }

  /// Runs that pruning would remove, in the order of their numbers.
  package func doomed(by pruning: Pruning) throws(LedgerError) -> [ListedRun] {
    let all = try runs()
    return switch pruning {
    case .keeping(let count): Array(all.dropLast(count))
    case .before(let moment): all.filter { $0.facts.recorded < moment }
    }
  }

  /// Removes runs for good: what they were is overwritten, and the room that they took given back.
  ///
  /// - Throws: ``LedgerError``; all of them are then still there.
  package func remove(_ runs: [Int64]) throws(LedgerError) {
    guard !runs.isEmpty else { return }
    try told {
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA secure_delete = ON") }
      try queue.write { database in
        for run in runs {
          try database.execute(sql: "DELETE FROM run WHERE id = ?", arguments: [run])
        }
      }
      // Others may be reading; what is left for later is only room.
      try? queue.vacuum()
      queue.writeWithoutTransaction { _ = try? $0.checkpoint(.truncate) }
    }
  }
}
