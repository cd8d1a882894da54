import Organization
import Reporting
import Testing

@testable import Ledger

@Suite struct RunDiffTests {
  private func run(_ id: Int64, _ facts: RunFacts, _ result: RunResult) -> RecordedRun {
    RecordedRun(id: id, facts: facts, result: result)
  }

  @Test func aRunIsNotDifferentFromItself() {
    let diff = RunDiff(
      run(1, .example(), .example()), run(2, .example(recorded: 5), .example()))
    #expect(diff.isEmpty)
  }

  @Test func inputsAreComparedByTheirContent() {
    let before = RunFacts.example(inputs: ["a": "1", "b": "2", "c": "3"])
    let after = RunFacts.example(inputs: ["a": "1", "b": "4", "d": "3"])
    let diff = RunDiff(run(1, before, .example()), run(2, after, .example()))
    #expect(
      diff.inputs == [
        .init(name: "b", before: "2", after: "4"), .init(name: "c", before: "3", after: nil),
        .init(name: "d", before: nil, after: "3"),
      ])
    #expect(!diff.isEmpty)
  }

  /// Seats of one kind are alike: one that opens later has moved, and is not another.
  @Test func seatsAreAddedRemovedOrMoved() {
    var (before, after) = (RunResult.example(), RunResult.example())
    before.seats = [
      .example("web", "2027-01"), .example("web", "2027-03"), .example("data", "2027-02"),
    ]
    after.seats = [
      .example("web", "2027-01"), .example("web", "2027-05"), .example("web", "2027-09"),
    ]
    let diff = RunDiff(run(1, .example(), before), run(2, .example(), after))
    #expect(
      diff.seats == [
        .removed(.example("data", "2027-02")),
        .moved(.example("web", "2027-03"), to: .example("web", "2027-05")),
        .added(.example("web", "2027-09")),
      ])
  }

  @Test func whatUsersWroteCannotMoveTheCursor() {
    let old = run(1, .example(), .example())
    let new = run(2, .example(inputs: ["\u{1b}]0;x\u{7}": "1"]), .example())
    let header = RunHeader(generator: "cadre test", seed: 1, inputs: [])
    let style = TextStyle()
    for text in [
      RunDiffReport(RunDiff(old, new), header: header).page.text(style),
      RunReport(new, header: header).page.text(style),
      RunListReport([ListedRun(id: 1, facts: old.facts, figures: [])], header: header).page.text(
        style),
    ] {
      #expect(!text.contains("\u{1b}") && !text.contains("\u{7}"))
    }
  }

  @Test func exportedCellsAreNoFormulas() {
    var result = RunResult.example()
    result.figures = [KeyFigure("=cmd()", "+1+1")]
    let header = RunHeader(generator: "cadre test", seed: 1, inputs: [])
    let csv = RunExport([run(1, .example(), result)], header: header).csv
    #expect(csv.contains("'=cmd()") && csv.contains("'+1+1"))
  }
}
