import Testing

@testable import Explorer

@Suite struct HistoryTests {
  @Test func undoAndRedoGoBackAndForth() {
    var history = History(0)
    history.change(about: nil) { $0 = 1 }
    history.change(about: nil) { $0 = 2 }
    history.undo()
    #expect(history.present == 1)
    history.undo()
    history.undo()
    #expect(history.present == 0 && !history.canUndo)
    history.redo()
    history.redo()
    #expect(history.present == 2 && !history.canRedo)
  }

  @Test func changesOfOneThingInARowAreUndoneTogether() {
    var history = History(0)
    for value in 1...5 { history.change(about: "growth") { $0 = value } }
    history.change(about: "attrition") { $0 = 9 }
    history.undo()
    #expect(history.present == 5)
    history.undo()
    #expect(history.present == 0)
  }

  @Test func aChangeThatChangesNothingIsNone() {
    var history = History(3)
    history.change(about: nil) { $0 = 3 }
    #expect(!history.canUndo)
  }

  @Test func aNewChangeForgetsWhatWasUndone() {
    var history = History(0)
    history.change(about: nil) { $0 = 1 }
    history.undo()
    history.change(about: nil) { $0 = 7 }
    #expect(!history.canRedo && history.present == 7)
  }
}
