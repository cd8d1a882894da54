/// A run as the ledger has it.
package struct RecordedRun: Hashable, Sendable {
  package var id: Int64
  package var facts: RunFacts
  package var result: RunResult
}

/// A run without its document and intervals.
package struct ListedRun: Hashable, Sendable {
  package var id: Int64
  package var facts: RunFacts
  package var figures: [KeyFigure]
}
